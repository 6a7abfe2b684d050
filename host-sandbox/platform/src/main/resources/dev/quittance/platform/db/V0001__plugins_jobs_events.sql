-- The platform's own tables, for PostgreSQL and for H2 in its PostgreSQL mode. Times are UTC.

create table plugin (
    plugin_id varchar(64) not null primary key,
    version varchar(64) not null,
    directory varchar(200) not null,
    state varchar(16) not null,
    reason varchar(2000) not null,
    changed_at timestamp with time zone not null
);
comment on table plugin is 'Installed plugins; what is ENABLED here is enabled again at the next start';
comment on column plugin.directory is 'Where it is unpacked: <version>-<first eight digits of its SHA-256>, below its id';

-- The shape that db-scheduler asks for; the names are its own.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(300) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(100),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'Jobs that wait or run; task_data is text: plugin/job/key';
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table payment_event_head (
    head_id int not null primary key,
    last_seq bigint not null
);
comment on table payment_event_head is 'One row, locked by whoever publishes: so events become visible in the order of their numbers';
insert into payment_event_head (head_id, last_seq) values (1, 0);

create table payment_event (
    event_seq bigint not null primary key,
    event_id varchar(200) not null unique,
    org_id varchar(64) not null,
    body varchar(20000) not null,
    published_at timestamp with time zone not null
);
comment on table payment_event is 'What happened to payments, for the listeners of other plugins';

create table payment_cursor (
    plugin_id varchar(64) not null primary key,
    last_seq bigint not null
);
comment on table payment_cursor is 'How far each plugin has been told; kept while it is off, so that it catches up';
