-- From the request for a payment to the money booked. One script for PostgreSQL and for H2 in its PostgreSQL mode: plain
-- types, no now(), unique rules as plain constraints. Money is bigint minor units beside its currency; times are UTC; Stripe's
-- ids are stripe_<noun>_id, ours <noun>_id. Every key starts with the organisation, except in the two directories.

create table installation_mark (
    installation_id varchar not null primary key,
    created_at timestamp with time zone not null
);
comment on table installation_mark is 'Which host installation wrote these rows: another id here means a restored copy';

create table stripe_account (
    stripe_account_id varchar not null,
    livemode boolean not null,
    org_id varchar not null,
    primary key (stripe_account_id, livemode)
);
comment on table stripe_account is 'Directory: which organisation uses a Stripe account; no account serves two';

create table connection (
    org_id varchar not null,
    connection_id uuid not null,
    livemode boolean not null,
    stripe_account_id varchar not null,
    account_name varchar not null,
    country varchar not null,
    default_currency varchar not null,
    charges_enabled boolean not null,
    key_sealed bytea not null,        -- the secret or restricted key, sealed by the host
    key_hint varchar not null,        -- what may be shown of it: prefix and last four characters
    state varchar not null,           -- CONNECTED, NEEDS_RECONNECT, DISCONNECTED
    state_reason varchar not null,
    live_org_id varchar,              -- org_id while this is the one in use, else null
    connected_by varchar not null,
    connected_at timestamp with time zone not null,
    checked_at timestamp with time zone not null,
    version bigint not null,
    primary key (org_id, connection_id),
    constraint connection_one_live unique (live_org_id)
);
comment on table connection is 'The Stripe account that an organisation uses; earlier ones stay for their payments';

create table webhook_endpoint (
    endpoint_id varchar not null primary key,   -- 128 random bits, the last part of the address
    org_id varchar not null,
    connection_id uuid not null,
    stripe_account_id varchar not null,
    livemode boolean not null,
    stripe_webhook_endpoint_id varchar,         -- null where Stripe refused the address (a loopback one, say)
    secret_sealed bytea,
    previous_secret_sealed bytea,               -- still accepted until previous_until while a secret is rolled
    previous_until timestamp with time zone,
    state varchar not null,                     -- ACTIVE, UNREGISTERED, RETIRED
    created_at timestamp with time zone not null
);
comment on table webhook_endpoint is 'Directory: which organisation, account and mode an endpoint address stands for';

create table operation (
    org_id varchar not null,
    operation_id uuid not null,
    kind varchar not null,                 -- create_checkout_session, expire_checkout_session, create_webhook_endpoint
    connection_id uuid not null,
    stripe_account_id varchar not null,
    livemode boolean not null,
    method varchar not null,
    path varchar not null,
    body_sealed bytea not null,            -- the encoded form exactly as sent; sealed, since it holds the return addresses
    idempotency_key varchar not null,
    subject_id uuid not null,              -- what it is for: the attempt, the endpoint
    state varchar not null,                -- PREPARED, SENT, ACCEPTED, DECLINED, REFUSED, UNKNOWN, QUARANTINED, ABSENT
    tries integer not null,
    first_sent_at timestamp with time zone,
    last_sent_at timestamp with time zone,
    next_check_at timestamp with time zone,  -- null once it is final
    answered_at timestamp with time zone,
    http_status integer,
    error_code varchar,
    stripe_request_id varchar,
    stripe_object_id varchar,
    created_at timestamp with time zone not null,
    version bigint not null,
    primary key (org_id, operation_id),
    constraint operation_key unique (org_id, idempotency_key)
);
create index operation_due on operation (next_check_at, org_id);
comment on table operation is 'One mutating call to Stripe, written and committed before the call';

create table payment_request (
    org_id varchar not null,
    request_id uuid not null,
    record_object varchar not null,
    record_id varchar not null,
    record_name varchar not null,          -- as it was when asked, for receipts of records renamed since
    client_id varchar not null,
    type varchar not null,                 -- deposit, progress, final, custom
    percent_basis_points integer,          -- how the amount was typed, if as a share; the amount is what counts
    amount_minor bigint not null,
    currency varchar not null,
    description varchar not null,
    recipient_name varchar not null,
    recipient_email varchar not null,
    locale varchar not null,
    state varchar not null,                -- DRAFT, OPEN, PROCESSING, PARTLY_PAID, PAID, CANCELED, CLOSED, EXPIRED
    submission_key varchar not null,
    contributed varchar not null,          -- metadata that other plugins attached, frozen: lines of key=value
    receipt_lines varchar not null,        -- lines that other plugins add to the receipt, one a line
    requested_by varchar not null,
    created_at timestamp with time zone not null,
    viewed_at timestamp with time zone,    -- set by the customer's POST, never by a GET
    paid_at timestamp with time zone,
    version bigint not null,
    primary key (org_id, request_id),
    constraint payment_request_amount check (amount_minor > 0),
    constraint payment_request_once unique (org_id, submission_key)
);
create index payment_request_by_record on payment_request (org_id, record_object, record_id, request_id);
comment on table payment_request is 'What one payer is asked for, for one record';

create table pay_link (
    token_hash varchar not null primary key, -- SHA-256 of the token, in lower-case hexadecimal
    org_id varchar not null,
    request_id uuid not null,
    token_sealed bytea not null,             -- so that mail, copy and QR show the same address
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone
);
create index pay_link_by_request on pay_link (org_id, request_id);
comment on table pay_link is 'Directory: which request an address stands for; the token itself is nowhere in clear';

create table attempt (
    org_id varchar not null,
    attempt_id uuid not null,
    request_id uuid not null,
    live_request_id uuid,                 -- request_id while PREPARED, OPEN or PROCESSING, else null: one live attempt each
    operation_id uuid not null,
    connection_id uuid not null,
    stripe_account_id varchar not null,
    livemode boolean not null,
    amount_minor bigint not null,
    currency varchar not null,
    state varchar not null,               -- PREPARED, OPEN, PROCESSING, SUCCEEDED, EXPIRED, ABANDONED, FAILED
    stripe_checkout_session_id varchar,
    session_url_sealed bytea,             -- where the customer pays; null once it no longer leads anywhere
    session_expires_at timestamp with time zone,
    stripe_payment_intent_id varchar,
    last_decline varchar,                 -- Stripe's decline code of the latest refusal by a bank
    last_decline_charge_id varchar,       -- the charge that was refused, so that each refusal is told once
    next_check_at timestamp with time zone,  -- when it is read again at Stripe; null once it is final
    checked_at timestamp with time zone,
    created_at timestamp with time zone not null,
    version bigint not null,
    primary key (org_id, attempt_id),
    constraint attempt_one_live unique (org_id, live_request_id),
    constraint attempt_session unique (org_id, stripe_checkout_session_id)
);
create index attempt_by_request on attempt (org_id, request_id, attempt_id);
create index attempt_due on attempt (org_id, next_check_at);
comment on table attempt is 'One way to pay a request: one hosted session';

create table payment (
    org_id varchar not null,
    payment_id uuid not null,
    request_id uuid not null,
    attempt_id uuid not null,
    connection_id uuid not null,
    stripe_account_id varchar not null,
    livemode boolean not null,
    stripe_payment_intent_id varchar not null,
    stripe_charge_id varchar,
    amount_minor bigint not null,
    currency varchar not null,
    state varchar not null,               -- PROCESSING, SUCCEEDED, FAILED
    method_type varchar not null,         -- card, us_bank_account, link, …
    method_brand varchar not null,
    method_last4 varchar not null,
    overpaid boolean not null,            -- the request was paid already
    fee_minor bigint,                     -- null until Stripe has the balance transaction
    fee_currency varchar,
    stripe_balance_transaction_id varchar,
    next_check_at timestamp with time zone,  -- when the fee is looked for again; null once it is booked
    succeeded_at timestamp with time zone,
    created_at timestamp with time zone not null,
    version bigint not null,
    primary key (org_id, payment_id),
    constraint payment_intent_once unique (org_id, stripe_account_id, stripe_payment_intent_id)
);
create index payment_by_request on payment (org_id, request_id);
create index payment_due on payment (org_id, next_check_at);
comment on table payment is 'Money: one PaymentIntent that is processing, succeeded or failed';

create table timeline_entry (
    org_id varchar not null,
    entry_id uuid not null,
    request_id uuid not null,
    kind varchar not null,                -- requested, mail_sent, viewed, attempt_started, declined, processing, paid, …
    actor varchar not null,               -- the user's id, or customer, stripe, system
    detail varchar not null,
    happened_at timestamp with time zone not null,
    primary key (org_id, entry_id)
);
create index timeline_by_request on timeline_entry (org_id, request_id, entry_id);
comment on table timeline_entry is 'What happened to a request; written with the change itself, never edited';

create table ledger_posting (
    org_id varchar not null,
    posting_id uuid not null,
    posting_key varchar not null,         -- what is booked, once: payment/<id>, fee/<id>
    kind varchar not null,                -- payment, fee
    record_object varchar not null,
    record_id varchar not null,
    request_id uuid not null,
    payment_id uuid not null,
    stripe_balance_transaction_id varchar,
    posted_at timestamp with time zone not null,
    primary key (org_id, posting_id),
    constraint ledger_posting_once unique (org_id, posting_key)
);
comment on table ledger_posting is 'One booking; its entries sum to zero for each currency. Never edited, never removed';

create table ledger_entry (
    org_id varchar not null,
    posting_id uuid not null,
    line integer not null,
    account varchar not null,             -- stripe_balance, received, stripe_fees, exchange
    amount_minor bigint not null,         -- debit positive, credit negative
    currency varchar not null,
    primary key (org_id, posting_id, line)
);
create index ledger_entry_by_account on ledger_entry (org_id, account, currency);
comment on table ledger_entry is 'A line of a booking';

create table record_balance (
    org_id varchar not null,
    record_object varchar not null,
    record_id varchar not null,
    currency varchar not null,
    requested_minor bigint not null,      -- asked for and neither paid nor given up
    processing_minor bigint not null,
    paid_minor bigint not null,
    refunded_minor bigint not null,
    disputed_minor bigint not null,
    version bigint not null,
    primary key (org_id, record_object, record_id, currency)
);
comment on table record_balance is 'Kept sums of a record, changed in the transaction of what they sum';

create table outbox (
    org_id varchar not null,
    outbox_id uuid not null,
    dedupe_key varchar not null,          -- the effect, once: receipt/<payment>, request_mail/<request>
    kind varchar not null,                -- which handler delivers it
    subject_id uuid not null,             -- what it is about; the handler reads the rest when it delivers
    detail varchar not null,
    state varchar not null,               -- DUE, DELIVERED, SKIPPED, FAILED
    tries integer not null,
    due_at timestamp with time zone,      -- null once it is final
    last_error varchar not null,
    created_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    version bigint not null,
    primary key (org_id, outbox_id),
    constraint outbox_once unique (org_id, dedupe_key)
);
create index outbox_due on outbox (due_at, org_id, outbox_id);
comment on table outbox is 'Effects that leave the database, decided in the transaction that made them due';

create table webhook_event (
    org_id varchar not null,
    endpoint_id varchar not null,
    stripe_event_id varchar not null,
    type varchar not null,
    stripe_object_id varchar not null,
    stripe_account_id varchar not null,   -- of the endpoint; an event that names another is quarantined
    livemode boolean not null,
    api_version varchar not null,
    body_sealed bytea not null,           -- the signed bytes as they came, sealed
    state varchar not null,               -- RECEIVED, APPLIED, IGNORED, QUARANTINED, PARKED
    reason varchar not null,
    tries integer not null,
    next_try_at timestamp with time zone,  -- null once it is final
    received_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    version bigint not null,
    primary key (org_id, endpoint_id, stripe_event_id)
);
create index webhook_event_due on webhook_event (next_try_at, org_id);
create index webhook_event_by_object on webhook_event (org_id, stripe_object_id);
comment on table webhook_event is 'The inbox: what Stripe told us, stored before we said thank you';

create table discrepancy (
    org_id varchar not null,
    discrepancy_id uuid not null,
    discrepancy_key varchar not null,     -- what disagrees, once
    kind varchar not null,                -- amount_differs, wrong_account, unknown_attempt, paid_at_stripe_only, …
    stripe_object_id varchar not null,
    request_id uuid,
    detail varchar not null,
    state varchar not null,               -- OPEN, RESOLVED
    found_at timestamp with time zone not null,
    primary key (org_id, discrepancy_id),
    constraint discrepancy_once unique (org_id, discrepancy_key)
);
comment on table discrepancy is 'Where Stripe and we disagree; a person attaches or ignores it';
