-- The inbox: who is at which object, where an event came from, what was turned away, and endpoints that take each other's place.

create table webhook_turn (
    org_id varchar not null,
    stripe_object_id varchar not null,
    holder uuid not null,                          -- the claim that is at it
    held_until timestamp with time zone not null,  -- whoever holds it longer has crashed
    primary key (org_id, stripe_object_id)
);
comment on table webhook_turn is 'Which of Stripe''s objects somebody is just at: one event at a time for each';

create table webhook_rejection (
    org_id varchar not null,
    endpoint_id varchar not null,
    reason varchar not null,               -- signature, no_secret
    rejected bigint not null,
    last_at timestamp with time zone not null,
    primary key (org_id, endpoint_id, reason)
);
comment on table webhook_rejection is 'How many deliveries were not believed, and when the last one was; nothing of what they held';

alter table webhook_event add column source varchar default 'WEBHOOK' not null; -- WEBHOOK: Stripe told us; SWEEP: we found it by looking
create index webhook_event_by_endpoint on webhook_event (org_id, endpoint_id, received_at);
create index webhook_event_by_state on webhook_event (org_id, state, received_at);

alter table webhook_endpoint add column replaced_stripe_endpoint_id varchar; -- the one at Stripe that this took the place of, until that is off
