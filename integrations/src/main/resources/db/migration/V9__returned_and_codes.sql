-- Messages that a provider took are kept a while, so that one which it could not deliver is sent
-- again or shown to an operator. post: the message, sealed under the talk's key. remedy: what is to
-- be done about it; dealt: when that was done.
alter table deliveries
  add column talk bigint references talks on delete cascade,
  add column post bytea,
  add column remedy text,
  add column dealt timestamptz;
create index deliveries_returned on deliveries (at)
  where remedy is not null and post is not null and dealt is null;
create index deliveries_at on deliveries using brin (at);

-- A code sent to the phone in a record, for the conversation that asked for it; its latest counts.
-- code: its hash. person: whose record it is, none when nothing matched. nik_blind: for which NIK.
create table identity_codes (
  talk bigint primary key references talks on delete cascade,
  code bytea not null,
  person bigint references persons on delete cascade,
  nik_blind bytea not null,
  tries smallint not null default 0,
  until timestamptz not null
);

-- Where a web conversation was last written from, as a blind hash, to limit tries by it.
alter table web_talks add column address bytea;
