-- What an open request is to ask for, once nobody can pay the former amount any more; null while nothing is to change.

alter table payment_request add column next_amount_minor bigint;
alter table payment_request add constraint payment_request_next_amount check (next_amount_minor is null or next_amount_minor > 0);
