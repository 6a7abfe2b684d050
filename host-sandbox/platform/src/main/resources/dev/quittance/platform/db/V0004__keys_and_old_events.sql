-- Keys that take each other's place, where plugins keep what is sealed, and how much of the old events had to go untold.

create table installation (
    only_one int not null primary key,
    installation_id varchar(64) not null
);
comment on table installation is 'One row: what this installation calls itself at Stripe; stays the same when its key is another';

create table sealing_key (
    key_id int not null primary key,
    check_value varchar(64) not null,
    noted_at timestamp with time zone not null
);
comment on table sealing_key is 'Keys that something here may be sealed with; the keys themselves are nowhere in the database';
comment on column sealing_key.check_value is 'SHA-256 of the key and a word: tells whether a key is the one, and nothing of it';

create table sealed_column (
    plugin_id varchar(64) not null,
    schema_name varchar(64) not null,
    table_name varchar(64) not null,
    column_name varchar(64) not null,
    purpose varchar(200) not null,
    rows_left bigint not null,
    primary key (plugin_id, table_name, column_name)
);
comment on table sealed_column is 'Where plugins keep what is sealed; without a table: somewhere, the plugin does not say where';
comment on column sealed_column.rows_left is 'How many are still to be sealed with the key of now';

alter table event_cursor add column dropped bigint default 0 not null;
comment on column event_cursor.dropped is 'How many events went before this plugin was told of them, because it was behind for too long';
