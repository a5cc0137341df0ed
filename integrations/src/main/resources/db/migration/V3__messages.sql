-- What was said and answered: one row a turn. texts: what was said, what was answered and which
-- event it was, sealed together under the talk's key. Partitioned by time, so that old months can
-- be detached; until somebody adds partitions everything is in the default one.
create table journal (
  effect bytea not null,
  at timestamptz not null,
  talk bigint not null references talks,
  state text not null,
  intent text,
  confidence real not null,
  texts bytea not null,
  primary key (effect, at)
) partition by range (at);
create table journal_default partition of journal default;
create index journal_talk on journal (talk, at);

-- News from the records to conversations, written in the transaction of what they tell, brought by
-- a relay. body: sealed under the talk's key.
create table notices (
  id bigint generated always as identity primary key,
  talk bigint not null references talks,
  body bytea not null,
  made timestamptz not null default now(),
  done timestamptz
);
create index notices_waiting on notices (id) where done is null;

-- What became of messages at the provider. state: 0 queued, 1 sent, 2 failed, 3 delivered, 4 read;
-- it only moves forward. The provider's id is blind, because some hold a phone number.
create table deliveries (
  provider_blind bytea primary key,
  effect bytea,
  state smallint not null,
  error text,
  at timestamptz not null
);
create index deliveries_effect on deliveries (effect);

-- Who did what to which matter, and who looked at personal data.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  officer text not null,
  act text not null,
  matter text not null
);
create index audit_matter on audit (matter, at);
