create table vault (
    vault_id varchar(64) not null primary key,
    org_id varchar(64) not null,
    key_sealed bytea
);
create table letter (
    org_id varchar(64) not null,
    letter_id uuid not null,
    writer varchar(64) not null,
    words_sealed bytea not null,
    primary key (org_id, letter_id)
);
