-- One mechanism for all that plugins are told: a stream for payments, one for records.

create table event_head (
    stream varchar(32) not null primary key,
    last_seq bigint not null
);
comment on table event_head is 'A row for each stream, locked by whoever publishes: so events become visible in the order of their numbers';
insert into event_head (stream, last_seq) select 'payment', last_seq from payment_event_head;
insert into event_head (stream, last_seq) values ('record', 0);

create table event (
    stream varchar(32) not null,
    event_seq bigint not null,
    event_id varchar(200) not null,
    org_id varchar(64) not null,
    body varchar(20000) not null,
    published_at timestamp with time zone not null,
    primary key (stream, event_seq),
    unique (stream, event_id)
);
comment on table event is 'What happened, for the listeners of plugins; in the order of the whole stream, over all organisations';
insert into event (stream, event_seq, event_id, org_id, body, published_at)
    select 'payment', event_seq, event_id, org_id, body, published_at from payment_event;

create table event_cursor (
    stream varchar(32) not null,
    plugin_id varchar(64) not null,
    last_seq bigint not null,
    failures int not null,
    not_before timestamp with time zone,
    teller varchar(64) not null,
    teller_until timestamp with time zone,
    primary key (stream, plugin_id)
);
comment on table event_cursor is 'How far each plugin has been told; kept while it is off, so that it catches up';
comment on column event_cursor.failures is 'How often in a row the next event could not be told';
comment on column event_cursor.not_before is 'When the next event may be tried again after a failure';
comment on column event_cursor.teller is 'The run that is telling; empty for none';
comment on column event_cursor.teller_until is 'When another run may take its place, should it have died';
insert into event_cursor (stream, plugin_id, last_seq, failures, teller)
    select 'payment', plugin_id, last_seq, 0, '' from payment_cursor;

drop table payment_cursor;
drop table payment_event;
drop table payment_event_head;
