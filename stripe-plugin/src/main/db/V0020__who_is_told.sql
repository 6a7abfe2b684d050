-- What is past its limit, and when an admin was told; how lately Stripe was heard at each endpoint, which an event that was known
-- already would not show.

create table watch_alarm (
    org_id varchar not null,
    watched varchar not null,                     -- what is past its limit: inbox, outbox, unknown_calls, …
    since timestamp with time zone not null,      -- when it was first seen past it
    told_at timestamp with time zone not null,    -- when an admin was told last
    told integer not null,                        -- how often
    calm_since timestamp with time zone,          -- since when it has been within its limit again, else null
    primary key (org_id, watched)
);
comment on table watch_alarm is 'What is past its limit now; gone once that is over and told';

create table webhook_heard (
    org_id varchar not null,
    endpoint_id varchar not null,
    heard_at timestamp with time zone not null,
    primary key (org_id, endpoint_id)
);
comment on table webhook_heard is 'When Stripe was last believed at an endpoint, to half a minute';

-- The oldest of a state, and how many there are up to a bound, without reading the table.
create index outbox_by_state on outbox (org_id, state, created_at);
