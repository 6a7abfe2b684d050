-- Only PostgreSQL: the ledger takes new rows and nothing else, and a booking that does not sum to zero ends the transaction that
-- wrote it. Whoever has to mend it books the opposite.

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger only grows: book the opposite instead' using errcode = 'restrict_violation';
end
$$;

create trigger ledger_posting_only_grows before update or delete on ledger_posting
    for each row execute function ledger_refuse_change();
create trigger ledger_entry_only_grows before update or delete on ledger_entry
    for each row execute function ledger_refuse_change();
create trigger ledger_posting_is_not_emptied before truncate on ledger_posting
    for each statement execute function ledger_refuse_change();
create trigger ledger_entry_is_not_emptied before truncate on ledger_entry
    for each statement execute function ledger_refuse_change();

create function ledger_require_balance() returns trigger language plpgsql set search_path from current as $$
begin
    if exists (
        select 1 from ledger_entry
        where org_id = new.org_id and posting_id = new.posting_id
        group by currency having sum(amount_minor) <> 0
    ) then
        raise exception 'a booking does not sum to zero' using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create constraint trigger ledger_entry_sums_to_zero after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_require_balance();
