-- How far Stripe's events were looked through, and what a person decided where Stripe and we disagree.

create table sweep_mark (
    org_id varchar not null,
    connection_id uuid not null,
    seen_until timestamp with time zone not null, -- events made before this were looked at
    swept_at timestamp with time zone not null,   -- when somebody last looked
    primary key (org_id, connection_id)
);
comment on table sweep_mark is 'How far the events of a Stripe account were looked through';

create index attempt_by_state on attempt (state, org_id, created_at);

alter table discrepancy add column resolved_at timestamp with time zone;
alter table discrepancy add column resolved_by varchar;
alter table discrepancy add column resolution varchar; -- attached, ignored
create index discrepancy_by_state on discrepancy (org_id, state, discrepancy_id);
