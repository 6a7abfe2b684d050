-- Calls to Stripe that wait for a person: one that nobody can judge by program, until somebody has looked.

alter table operation add column settled_at timestamp with time zone; -- when a person had looked at a quarantined one, else null
alter table operation add column settled_by varchar;                  -- who
create index operation_by_state on operation (org_id, state, operation_id);
create index operation_by_connection on operation (org_id, connection_id, next_check_at);
