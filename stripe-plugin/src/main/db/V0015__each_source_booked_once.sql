-- The ledger: each fact of a source is booked once, by its kind and the source's id, and what concerns no request can be booked too.

alter table ledger_posting add column source_id varchar;     -- the payment, the refund, the dispute, or Stripe's balance transaction
alter table ledger_posting add column exchange_rate varchar; -- Stripe's rate as it wrote it, where money was changed; else null

update ledger_posting set source_id = substring(posting_key from position('/' in posting_key) + 1);

alter table ledger_posting alter column source_id set not null;
alter table ledger_posting add constraint ledger_posting_source_once unique (org_id, kind, source_id);

-- Payouts and what Stripe itself takes or gives belong to no request.
alter table ledger_posting alter column record_object drop not null;
alter table ledger_posting alter column record_id drop not null;
alter table ledger_posting alter column request_id drop not null;
alter table ledger_posting alter column payment_id drop not null;

create index ledger_posting_by_payment on ledger_posting (org_id, payment_id);
create index ledger_posting_by_transaction on ledger_posting (org_id, stripe_balance_transaction_id);
