-- Money that is given back: each click one row, reserved before Stripe hears of it, and what was given back at Stripe itself.

create table refund (
    org_id varchar not null,
    refund_id uuid not null,
    payment_id uuid not null,
    request_id uuid not null,
    operation_id uuid,                     -- the call that asked for it; null where it was made at Stripe
    stripe_account_id varchar not null,
    stripe_refund_id varchar,              -- null until Stripe has named it
    amount_minor bigint not null,
    currency varchar not null,
    state varchar not null,                -- RESERVED, PENDING, REQUIRES_ACTION, SUCCEEDED, FAILED, CANCELED, REFUSED
    source varchar not null,               -- OFFICE, POLICY, STRIPE: who wanted it
    reason varchar not null,               -- duplicate, requested_by_customer, fraudulent, other
    owed_again boolean not null,           -- the customer owes it again; else it comes off the price
    note varchar not null,                 -- what the customer reads about it
    problem varchar not null,              -- Stripe's word for why it waits or failed; empty if nothing did
    submission_key varchar,                -- the click, once; null where it was made at Stripe
    requested_by varchar not null,         -- the user's id, or system, or stripe
    requested_name varchar not null,       -- how colleagues called that user then; empty where it was none
    created_at timestamp with time zone not null,
    succeeded_at timestamp with time zone,
    version bigint not null,
    primary key (org_id, refund_id),
    constraint refund_amount check (amount_minor > 0),
    constraint refund_at_stripe_once unique (org_id, stripe_account_id, stripe_refund_id),
    constraint refund_click_once unique (org_id, submission_key)
);
create index refund_by_payment on refund (org_id, payment_id, refund_id);
create index refund_by_request on refund (org_id, request_id, refund_id);
comment on table refund is 'Money given back for a payment; a payment''s refunded amount is the sum of its rows';

-- The sum of a payment's refunds that succeeded, kept with them.
alter table payment add column refunded_minor bigint default 0 not null;

-- What was given back and comes off the price: the customer does not owe it again.
alter table record_balance add column waived_minor bigint default 0 not null;

-- What the endpoint at Stripe is told of; null where an earlier version made it, which did not keep that.
alter table webhook_endpoint add column heard_types varchar;
