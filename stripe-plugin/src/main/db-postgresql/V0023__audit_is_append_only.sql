-- On PostgreSQL alone: the database itself refuses to change or remove what the audit trail holds. The plugin owns its tables, so rights
-- that are taken away would not bind it; a trigger does, until somebody with its rights drops the trigger.

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is only ever added to';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_refuse();
create trigger audit_entry_stays_whole before truncate on audit_entry for each statement execute function audit_refuse();
create trigger audit_link_stays before update or delete on audit_link for each row execute function audit_refuse();
create trigger audit_link_stays_whole before truncate on audit_link for each statement execute function audit_refuse();
create trigger audit_seal_stays before update or delete on audit_seal for each row execute function audit_refuse();
create trigger audit_seal_stays_whole before truncate on audit_seal for each statement execute function audit_refuse();
