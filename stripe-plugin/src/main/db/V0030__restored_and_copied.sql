-- What an installation was when it was last known to be itself, so that a restored backup and a copy are noticed; what is held since; and
-- when at Stripe something happened that a customer is told.

create table installation (
    org_id varchar not null primary key,
    installation_id varchar not null,          -- what is written beside each object at Stripe from now on
    earlier_ids varchar not null,              -- what was written before and is ours as well, separated by spaces
    key_fingerprints varchar not null,         -- of the host's keys, separated by spaces; one in common is enough
    public_url varchar not null,
    database_address varchar not null,
    database_identity varchar not null,        -- empty where the database says nothing of itself
    remembered_at timestamp with time zone not null
);
comment on table installation is 'Where and by what this installation runs, as last confirmed; another finding means a copy or a move';

create table hold (
    org_id varchar not null,
    hold_id uuid not null,
    live_org_id varchar,                       -- org_id until it is answered, else null: one at a time
    kind varchar not null,                     -- ELSEWHERE, OLDER
    reason varchar not null,                   -- what differs, separated by spaces; or the first thing of ours at Stripe that is not here
    since timestamp with time zone not null,   -- when the process that noticed began: what it found out may be old news
    began_at timestamp with time zone not null,
    looked_to timestamp with time zone,        -- what happened at Stripe before this was looked at since it began
    answer varchar,                            -- moved, copy, restored; null until an admin has answered
    answered_by varchar,
    answered_at timestamp with time zone,
    primary key (org_id, hold_id),
    constraint hold_one_live unique (live_org_id)
);
comment on table hold is 'Times in which no money leaves, because this may be a copy or an older state of the books';

create table lost_row (
    org_id varchar not null,
    lost_key varchar not null,                 -- attempt/<id>, refund/<id>: ours at Stripe, and not here
    found_at timestamp with time zone not null,
    primary key (org_id, lost_key)
);
comment on table lost_row is 'What these books have lost, as Stripe shows; each raises a hold once';

alter table outbox add column happened_at timestamp with time zone; -- when it happened at Stripe, of what a customer is told; else null
alter table connection add column let_go_at timestamp with time zone; -- when this copy let the account go to the other, else null
