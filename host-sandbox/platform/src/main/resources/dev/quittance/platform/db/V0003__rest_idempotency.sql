-- The first answer to a POST that named itself by an Idempotency-Key, to be given again.

create table rest_call (
    org_id varchar(64) not null,
    user_id varchar(200) not null,
    call_hash varchar(64) not null,
    request_hash varchar(64) not null,
    runner varchar(64) not null,
    running_until timestamp with time zone not null,
    status int not null,
    headers varchar(8000) not null,
    body bytea,
    expires_at timestamp with time zone not null,
    primary key (org_id, user_id, call_hash)
);
comment on table rest_call is 'Calls that named themselves, and their first answers; forgotten after a day';
comment on column rest_call.call_hash is 'SHA-256 of method, path and key';
comment on column rest_call.request_hash is 'SHA-256 of query and body: the same key for something else is a mistake';
comment on column rest_call.runner is 'Who is answering it; empty once it is answered';
comment on column rest_call.running_until is 'From then on another may answer it: the first one has died';
comment on column rest_call.status is '0 until it is answered';
create index rest_call_expires on rest_call (expires_at);
