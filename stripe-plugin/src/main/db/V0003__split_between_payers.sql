-- One amount asked of several payers: each has a request of their own, and the split holds them together.

alter table payment_request add column split_id uuid; -- null for a request that is no part of a split
create index payment_request_by_split on payment_request (org_id, split_id, request_id);

-- Programs list an organisation's requests and payments by state, newest first.
create index payment_request_by_state on payment_request (org_id, state, request_id);
create index payment_by_state on payment (org_id, state, payment_id);
