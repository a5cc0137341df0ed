-- archived: signature of a seal up to which, that row included, the audit was written into a file and
-- taken out of the database; the chain is checked from there on.
alter table audit_seals add column archived bytea;

-- Rows are taken out by the archive alone; whoever takes them out without its signature is found by
-- the check, as the chain then has no beginning.
create or replace function audit_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('kentongan.archive', true) = 'on' then
    return old;
  end if;
  raise exception 'the audit is only added to';
end $$;
