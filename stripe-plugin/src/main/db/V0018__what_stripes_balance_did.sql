-- What Stripe's balance did, as Stripe lists it, held against the ledger row by row; and where it was paid out.

create table stripe_transaction (
    org_id varchar not null,
    stripe_account_id varchar not null,
    stripe_balance_transaction_id varchar not null,
    type varchar not null,                 -- Stripe's: charge, payment, refund, adjustment, payout, stripe_fee, …
    category varchar not null,             -- Stripe's reporting category: charge, refund, dispute, payout, fee, …
    stripe_source_id varchar not null,     -- what it is for; empty if Stripe names nothing
    stripe_charge_id varchar not null,     -- the charge that it belongs to; empty if to none
    stripe_payment_intent_id varchar not null, -- the intent that it belongs to; empty if to none
    bears_our_marks boolean not null,
    gross_minor bigint not null,           -- before the fee; negative for what left
    fee_minor bigint not null,
    currency varchar not null,             -- of the balance
    exchange_rate varchar,                 -- as Stripe wrote it; null where nothing was changed
    verdict varchar not null,              -- WAITING, MATCHED, OTHER, MISSING_HERE, AMOUNT, FEE, CURRENCY
    payment_id uuid,                       -- the payment here that it belongs to; else null
    stripe_payout_id varchar,              -- the payout that took it along; null while there is none
    available_on timestamp with time zone not null,
    created_at timestamp with time zone not null,
    read_at timestamp with time zone not null,
    primary key (org_id, stripe_account_id, stripe_balance_transaction_id)
);
create index stripe_transaction_by_payout on stripe_transaction (org_id, stripe_payout_id, stripe_balance_transaction_id);
create index stripe_transaction_by_payment on stripe_transaction (org_id, payment_id);
create index stripe_transaction_by_verdict on stripe_transaction (org_id, stripe_account_id, verdict, stripe_balance_transaction_id);
comment on table stripe_transaction is 'A movement of Stripe''s balance, and whether the ledger says the same';

create table payout (
    org_id varchar not null,
    stripe_account_id varchar not null,
    stripe_payout_id varchar not null,
    amount_minor bigint not null,          -- what goes to the bank; negative for what is taken from it
    currency varchar not null,
    state varchar not null,                -- Stripe's: pending, in_transit, paid, failed, canceled
    automatic boolean not null,            -- only then Stripe knows what it consists of
    failure varchar not null,              -- Stripe's word for why it came back; empty if it did not
    rows_after varchar not null,           -- the last of its rows that was read; empty before the first
    rows_known boolean not null,           -- whether all of its rows were read
    arrival_on timestamp with time zone not null, -- the day on which Stripe expects it at the bank, at 00:00 UTC
    next_check_at timestamp with time zone, -- when it is read again; null once nothing more is to be expected
    created_at timestamp with time zone not null,
    primary key (org_id, stripe_account_id, stripe_payout_id)
);
create index payout_by_time on payout (org_id, created_at, stripe_payout_id);
create index payout_due on payout (org_id, stripe_account_id, next_check_at);
comment on table payout is 'Money that Stripe sends to the business''s bank, or takes from there';

create table balance_mark (
    org_id varchar not null,
    connection_id uuid not null,
    seen_until timestamp with time zone not null, -- balance transactions and payouts made before this were read
    read_at timestamp with time zone not null,    -- when they were last looked for
    problem varchar not null,              -- why they could not be: NOT_ALLOWED, UNREADABLE; empty if they could
    primary key (org_id, connection_id)
);
comment on table balance_mark is 'How far a Stripe account''s balance was read';

alter table discrepancy add column reason varchar;                           -- why a person decided so
alter table discrepancy add column reminded_at timestamp with time zone;     -- when an admin was told that it is still open
