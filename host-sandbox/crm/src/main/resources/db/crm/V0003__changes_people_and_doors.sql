-- Records that change, who changed them, and the doors through which people and programs come in.

-- Counts changes, so that two people who edit at once notice each other.
alter table client add column version bigint default 0 not null;
-- Set when it turned out to be another client, who stays; then it is shown no more.
alter table client add column merged_into uuid;

alter table project add column version bigint default 0 not null;
-- Set when somebody deleted it: gone for everybody, kept only for the keys that point at it.
alter table project add column deleted_at timestamp with time zone;

-- A person at a client's.
create table client_contact (
    org_id varchar(64) not null,
    contact_id uuid not null,
    client_id uuid not null,
    name varchar(200) not null,
    -- what they are there, for example Treasurer; empty: not known
    job varchar(100) not null,
    -- null: no address known
    email varchar(254),
    phone varchar(40),
    -- at most one of a client's
    is_primary boolean not null,
    created_at timestamp with time zone not null,
    primary key (org_id, contact_id),
    foreign key (org_id, client_id) references client (org_id, client_id)
);
create index client_contact_by_client on client_contact (org_id, client_id, contact_id);

-- Who did what when. Rows are added in the transaction of the change, and never altered.
create table activity (
    org_id varchar(64) not null,
    activity_id uuid not null,
    -- project, client, user, …; not a foreign key: the fact outlives the record
    record_object varchar(40) not null,
    record_id varchar(64) not null,
    -- as the record was called then
    record_name varchar(300) not null,
    actor_id varchar(64) not null,
    actor_name varchar(200) not null,
    words varchar(1000) not null,
    happened_at timestamp with time zone not null,
    primary key (org_id, activity_id)
);
create index activity_newest on activity (org_id, happened_at desc, activity_id desc);
create index activity_of_record on activity (org_id, record_object, record_id, happened_at desc, activity_id desc);

-- Somebody who left does not sign in any more, and stays named where they did something.
alter table app_user add column active boolean default true not null;

-- What a browser calls itself, in words; to be recognised by whoever signed in with it.
alter table user_session add column device varchar(100) default '' not null;
create index user_session_by_user on user_session (org_id, user_id);

-- What lets a program in with its user's rights. Looked up by the hash alone: a token names no organisation.
create table api_token (
    -- SHA-256 of the token, hexadecimal
    token_hash varchar(64) not null primary key,
    org_id varchar(64) not null,
    token_id uuid not null,
    user_id uuid not null,
    name varchar(100) not null,
    created_at timestamp with time zone not null,
    last_used_at timestamp with time zone,
    foreign key (org_id, user_id) references app_user (org_id, user_id)
);
create index api_token_by_user on api_token (org_id, user_id, created_at desc);

-- Sign-ins that failed a short while ago, for all nodes. Nobody is signed in yet, so there is no organisation to lead the key.
create table sign_in_failure (
    failure_id uuid not null primary key,
    -- SHA-256 of what is counted, a login or an address: neither is kept as it is
    failure_key varchar(64) not null,
    failed_at timestamp with time zone not null
);
create index sign_in_failure_by_key on sign_in_failure (failure_key, failed_at);
create index sign_in_failure_oldest on sign_in_failure (failed_at);
