-- The CRM's own tables. Keys lead with the organisation; times are UTC; money is minor units and a currency.

-- A business that works with the CRM.
create table organisation (
    org_id varchar(64) not null primary key,
    name varchar(200) not null,
    currency varchar(3) not null,
    -- BCP 47, for example de-DE
    locale varchar(35) not null,
    -- IANA, for example Europe/Berlin
    time_zone varchar(64) not null,
    -- empty: unknown
    phone varchar(40) not null,
    email varchar(254) not null,
    created_at timestamp with time zone not null
);

-- Somebody who signs in.
create table app_user (
    org_id varchar(64) not null references organisation (org_id),
    user_id uuid not null,
    -- lower case; names one user over all organisations, since the sign-in page does not ask for one
    login varchar(254) not null,
    name varchar(200) not null,
    -- office, technician or admin
    role varchar(20) not null,
    -- Argon2id with its parameters and salt
    password_hash varchar(200) not null,
    created_at timestamp with time zone not null,
    primary key (org_id, user_id),
    constraint app_user_login unique (login)
);

-- A signed-in browser. Looked up by the hash alone: the cookie names no organisation.
create table user_session (
    -- SHA-256 of the cookie's value, hexadecimal
    session_hash varchar(64) not null primary key,
    org_id varchar(64) not null,
    user_id uuid not null,
    created_at timestamp with time zone not null,
    last_seen_at timestamp with time zone not null,
    -- whatever happens, it ends here
    expires_at timestamp with time zone not null,
    foreign key (org_id, user_id) references app_user (org_id, user_id)
);
create index user_session_expiry on user_session (expires_at);

-- Whom the work is done for.
create table client (
    org_id varchar(64) not null references organisation (org_id),
    client_id uuid not null,
    name varchar(300) not null,
    -- null: no address known
    email varchar(254),
    phone varchar(40),
    -- null: the organisation's
    locale varchar(35),
    created_at timestamp with time zone not null,
    primary key (org_id, client_id)
);
create index client_by_name on client (org_id, name, client_id);

-- A job, or a service call.
create table project (
    org_id varchar(64) not null,
    project_id uuid not null,
    client_id uuid not null,
    name varchar(300) not null,
    -- lead, signed, in_progress, complete
    stage varchar(40) not null,
    currency varchar(3) not null,
    -- null: a service call without a contract
    contract_total_minor bigint,
    created_at timestamp with time zone not null,
    primary key (org_id, project_id),
    foreign key (org_id, client_id) references client (org_id, client_id)
);
create index project_newest on project (org_id, created_at desc, project_id desc);
create index project_by_client on project (org_id, client_id, created_at desc);

-- News for users with a permission.
create table notification (
    org_id varchar(64) not null,
    -- the same news has the same key and is kept once
    notification_key varchar(200) not null,
    permission varchar(120) not null,
    tone varchar(20) not null,
    words varchar(2000) not null,
    -- a path within the CRM; empty: leads nowhere
    address varchar(500) not null,
    created_at timestamp with time zone not null,
    primary key (org_id, notification_key)
);
create index notification_newest on notification (org_id, created_at desc);

-- Who has seen which news.
create table notification_read (
    org_id varchar(64) not null,
    user_id uuid not null,
    notification_key varchar(200) not null,
    read_at timestamp with time zone not null,
    primary key (org_id, user_id, notification_key)
);
