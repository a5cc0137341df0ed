-- What people had erased. number, made and the day of the last backup prove it to whoever holds the
-- code; code: sealed under a key of the erasure's own ('erasure/HPS-2026-000001' in person_keys).
-- place: the order in which erasures were committed. effect: blind, so that each is done once.
-- finished: when nothing was kept any more.
create sequence erasure_numbers;
create table erasures (
  number text primary key,
  place bigint generated always as identity unique,
  effect bytea not null unique,
  code bytea not null,
  talk bigint not null references talks,
  person bigint references persons,
  made timestamptz not null,
  backups date not null,
  finished_days integer not null,
  finished timestamptz
);
create index erasures_talk on erasures (talk);
create index erasures_open on erasures (made) where finished is null;

-- What an erasure left because it was still running. kind: claim, claim-done, accident, payment,
-- membership; matter: its number, or the kind where it has none. until: when it goes, where that is
-- known. gone: when it went.
create table erasure_kept (
  erasure text not null references erasures,
  kind text not null,
  matter text not null,
  until date,
  gone timestamptz,
  primary key (erasure, matter)
);

-- When a consent was taken back.
alter table consents add column withdrawn timestamptz;
