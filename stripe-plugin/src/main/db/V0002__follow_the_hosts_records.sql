-- Requests for invoices, requests that are stopped because their record changed, and the one standing request behind the pay
-- link in an invoice's document.

alter table payment_request add column project_id varchar;      -- the project that an invoice billed when it was asked for
alter table payment_request add column stopped_reason varchar;  -- invoice_voided, deleted, closed, replaced, nothing_left; else null
alter table payment_request add column standing_key varchar;    -- invoice/<id> while this is the one behind its document, else null
alter table payment_request add constraint payment_request_one_standing unique (org_id, standing_key);
create index payment_request_by_project on payment_request (org_id, project_id, request_id);
create index payment_request_by_client on payment_request (org_id, client_id, request_id);
