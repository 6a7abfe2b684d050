create table note (
    note_id varchar(64) not null primary key,
    org_id varchar(64) not null,
    words varchar(2000) not null
);
