-- Who did what, when: only ever added to. Entries that no seal covers yet stand in a queue; a seal covers the entries that its links
-- name, and holds the hash of the chain up to it.

create table audit_entry (
    org_id varchar not null,
    entry_id uuid not null,
    action varchar not null,               -- requested, canceled, connected, event_replayed, …
    actor varchar not null,                -- the user's id
    subject varchar not null,              -- what it was done to: request/<id>, event/<id>, …
    detail varchar not null,               -- without names or addresses of people, and without secrets
    happened_at timestamp with time zone not null,
    primary key (org_id, entry_id)
);
comment on table audit_entry is 'Who did what; on PostgreSQL the database refuses to change or remove a row';

create table audit_unsealed (
    org_id varchar not null,
    entry_id uuid not null,
    primary key (org_id, entry_id)
);
comment on table audit_unsealed is 'Entries that no seal covers yet: a queue, since an entry may be committed after one with a higher id';

create table audit_link (
    org_id varchar not null,
    seal_no bigint not null,
    line integer not null,
    entry_id uuid not null,
    entry_hash varchar not null,           -- SHA-256 of the entry's canonical bytes, in lower-case hexadecimal
    primary key (org_id, seal_no, line),
    constraint audit_link_once unique (org_id, entry_id)
);
comment on table audit_link is 'Which entries a seal covers, in order';

create table audit_seal (
    org_id varchar not null,
    seal_no bigint not null,               -- 1, 2, 3, …
    entries integer not null,
    chain_hash varchar not null,           -- SHA-256 over the chain before it, its number and its entries' hashes
    sealed_at timestamp with time zone not null,
    primary key (org_id, seal_no)
);
comment on table audit_seal is 'The chain over the audit trail';

create index webhook_event_done on webhook_event (state, received_at, org_id);
