-- Money that a customer's bank takes back: the dispute, and each movement of money that it made at Stripe, as a fact of its own.

create table dispute (
    org_id varchar not null,
    dispute_id uuid not null,
    payment_id uuid not null,
    request_id uuid not null,
    stripe_account_id varchar not null,
    stripe_dispute_id varchar not null,
    livemode boolean not null,
    amount_minor bigint not null,
    currency varchar not null,
    state varchar not null,                -- Stripe's words: NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST, WARNING_…, PREVENTED
    reason varchar not null,               -- Stripe's word
    due_by timestamp with time zone,       -- evidence is taken until then; null where none is
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    version bigint not null,
    primary key (org_id, dispute_id),
    constraint dispute_amount check (amount_minor > 0),
    constraint dispute_at_stripe_once unique (org_id, stripe_account_id, stripe_dispute_id)
);
create index dispute_by_payment on dispute (org_id, payment_id, dispute_id);
create index dispute_by_request on dispute (org_id, request_id, dispute_id);
comment on table dispute is 'Payments that a bank questions or takes back';

create table dispute_movement (
    org_id varchar not null,
    movement_id uuid not null,
    dispute_id uuid not null,
    stripe_account_id varchar not null,
    stripe_balance_transaction_id varchar not null,
    amount_minor bigint not null,          -- in the payment's currency; positive where it was taken, negative where it came back
    currency varchar not null,
    fee_minor bigint not null,             -- in the balance's currency
    fee_currency varchar not null,
    moved_at timestamp with time zone not null,
    primary key (org_id, movement_id),
    constraint dispute_movement_once unique (org_id, stripe_account_id, stripe_balance_transaction_id)
);
create index dispute_movement_by_dispute on dispute_movement (org_id, dispute_id, movement_id);
comment on table dispute_movement is 'What Stripe took for a dispute or gave back, one row for each of its balance transactions; only grows';

-- What of a payment a bank holds or has taken back for good: the sum of its disputes' movements, kept with them.
alter table payment add column disputed_minor bigint default 0 not null;
