-- Officers' accounts. shown: the name that people are told. totp: the secret of the second factor,
-- sealed under the officer's key; null until they set it up. totp_step: the last time step whose
-- code was taken, so that none is taken twice. fails: wrong passwords and codes in a row.
-- renew: the password is one that somebody else knows.
alter table officers
  add column shown text not null default '',
  add column role text not null default 'OFFICER',
  add column totp bytea,
  add column totp_step bigint not null default 0,
  add column fails smallint not null default 0,
  add column locked_until timestamptz,
  add column closed timestamptz,
  add column renew boolean not null default false;

-- factor: the second factor was given; without it a session may only give it.
delete from officer_sessions;
alter table officer_sessions
  add column factor boolean not null,
  add column made timestamptz not null,
  add column seen timestamptz not null;
create index officer_sessions_officer on officer_sessions (officer);

-- The audit is a chain: place is the order in which rows were written, hash that of the row and of
-- the row before. Nothing in it can be changed or removed.
alter table audit add column place bigint, add column hash bytea;

-- A field as it enters the hash: how many bytes, then the bytes; '-' where there is none.
create function audit_field(value text) returns text immutable language sql as
$$ select coalesce(octet_length(value) || ':' || value, '-') $$;

create function audit_hash(before bytea, a audit) returns bytea immutable language sql as $$
  select sha256(before || convert_to(
    audit_field(a.place::text)
      || audit_field((extract(epoch from a.at) * 1000000)::bigint::text)
      || audit_field(a.officer) || audit_field(a.act) || audit_field(a.matter)
      || audit_field(a.agent::text) || audit_field(a.person::text)
      || audit_field(a.consent::text), 'UTF8'))
$$;

do $$
declare
  a audit;
  before bytea := '\x00';
  last bigint := 0;
begin
  for a in select * from audit order by id loop
    last := last + 1;
    a.place := last;
    before := audit_hash(before, a);
    update audit set place = last, hash = before where id = a.id;
  end loop;
end $$;

alter table audit alter column place set not null, alter column hash set not null;
create unique index audit_place on audit (place);

create function audit_chained() returns trigger language plpgsql as $$
declare
  before audit;
begin
  -- one writer at a time until its transaction ends, so that the chain has no two next rows
  perform pg_advisory_xact_lock(77001);
  select * into before from audit order by place desc limit 1;
  new.place := coalesce(before.place, 0) + 1;
  new.hash := audit_hash(coalesce(before.hash, '\x00'), new);
  return new;
end $$;
create trigger audit_chain before insert on audit
  for each row execute function audit_chained();

create function audit_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only added to';
end $$;
create trigger audit_unchanged before update or delete on audit
  for each row execute function audit_stays();
create trigger audit_kept before truncate on audit
  for each statement execute function audit_stays();

-- Where the chain stood now and then, signed with a key that the database does not have.
create table audit_seals (
  place bigint primary key,
  at timestamptz not null,
  hash bytea not null,
  signature bytea not null
);
