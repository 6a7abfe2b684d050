-- Invoices, the host's own books of what came for its records, and news of records on its way to the plugins.

-- What happened to records and has not been told yet. A row goes away once the platform has taken it.
create table record_event (
    org_id varchar(64) not null,
    -- rises by one with each event of the organisation
    event_seq bigint not null,
    -- unique for ever
    event_id varchar(200) not null,
    kind varchar(60) not null,
    -- which record: its kind and the id
    object varchar(60) not null,
    record_id varchar(64) not null,
    occurred_at timestamp with time zone not null,
    -- a JSON object of strings
    attributes varchar(4000) not null,
    primary key (org_id, event_seq),
    constraint record_event_id unique (org_id, event_id)
);

-- Up to where an organisation's events are numbered; the row that those who add one wait for.
create table record_event_head (
    org_id varchar(64) not null primary key,
    last_seq bigint not null
);

-- A bill.
create table invoice (
    org_id varchar(64) not null,
    invoice_id uuid not null,
    -- the n in INV-n: counted by the organisation, without gaps, never given twice
    invoice_number bigint not null,
    client_id uuid not null,
    -- null: bills no project; no foreign key, since a bill outlives the project that it was for
    project_id uuid,
    -- draft, issued or void
    state varchar(20) not null,
    currency varchar(3) not null,
    -- gross, as its lines add up
    total_minor bigint not null,
    -- how many days after issuing it is due
    terms_days integer not null,
    -- in the organisation's time zone; null: not issued yet
    issued_on date,
    due_on date,
    created_at timestamp with time zone not null,
    -- rises with every change
    version bigint not null,
    primary key (org_id, invoice_id),
    constraint invoice_number_once unique (org_id, invoice_number),
    foreign key (org_id, client_id) references client (org_id, client_id)
);
create index invoice_newest on invoice (org_id, created_at desc, invoice_id desc);
create index invoice_by_client on invoice (org_id, client_id, created_at desc);
create index invoice_by_project on invoice (org_id, project_id, created_at desc);

-- What is billed.
create table invoice_line (
    org_id varchar(64) not null,
    invoice_id uuid not null,
    -- 1, 2, …
    position integer not null,
    description varchar(500) not null,
    -- thousandths of a unit
    quantity_milli bigint not null,
    -- net, of one unit, in the invoice's currency
    unit_price_minor bigint not null,
    -- hundredths of a percent
    tax_basis_points integer not null,
    primary key (org_id, invoice_id, position),
    foreign key (org_id, invoice_id) references invoice (org_id, invoice_id)
);

-- The last number given; the row that those who make an invoice wait for.
create table invoice_counter (
    org_id varchar(64) not null primary key,
    last_number bigint not null
);

-- Money that came for a record. No foreign key: a record may be gone by the time it comes.
create table settlement (
    org_id varchar(64) not null,
    payment_id varchar(200) not null,
    object varchar(60) not null,
    record_id varchar(64) not null,
    currency varchar(3) not null,
    amount_minor bigint not null,
    paid_at timestamp with time zone not null,
    method varchar(200) not null,
    booked_at timestamp with time zone not null,
    primary key (org_id, payment_id)
);
create index settlement_of_record on settlement (org_id, object, record_id, currency);

-- Money that was taken back from a payment.
create table reversal (
    org_id varchar(64) not null,
    reversal_id varchar(200) not null,
    payment_id varchar(200) not null,
    object varchar(60) not null,
    record_id varchar(64) not null,
    currency varchar(3) not null,
    amount_minor bigint not null,
    -- whether the customer owes it again; else it comes off the price
    owed_again boolean not null,
    reversed_at timestamp with time zone not null,
    booked_at timestamp with time zone not null,
    primary key (org_id, reversal_id)
);
create index reversal_of_payment on reversal (org_id, payment_id);

-- What was asked for on a record and has not come yet, as of the newest version that was told.
create table outstanding (
    org_id varchar(64) not null,
    object varchar(60) not null,
    record_id varchar(64) not null,
    currency varchar(3) not null,
    requested_minor bigint not null,
    processing_minor bigint not null,
    version bigint not null,
    primary key (org_id, object, record_id, currency)
);
