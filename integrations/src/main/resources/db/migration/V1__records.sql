-- Persons, what they asked for, and what became of it.
--
-- Encrypted (bytea): whatever tells who somebody is or what they said. Each value is sealed with
-- AES-256-GCM under the key of its owner in person_keys, and the owner and column are part of the
-- seal, so that a value copied into another row does not open.
-- Blind (bytea, *_blind): HMAC-SHA256 under a key derived from the master key. Equal values have
-- equal bytes; without the master key they tell nothing. By them a NIK, KPJ, phone, receipt, sender
-- or effect is found.
-- Readable: names, villages, occupations, dates of process, states, intents.
-- sample: invented data to try the journeys with; never counted, shown as such.

-- What the stores are: 'key' holds the fingerprint of the master key they were written under.
create table meta (
  name text primary key,
  value text not null
);

-- One key for each person ('person/17') and one for each conversation ('talk/42'), wrapped by the
-- master key. Erasure destroys the row; what it sealed is then lost for good.
create table person_keys (
  owner text primary key,
  wrapped bytea not null,
  made timestamptz not null default now()
);

-- Somebody as we came to know them. Two records may bear the same NIK as long as nobody has shown
-- that they are one. core_reference names the membership in the core system.
create table persons (
  id bigint generated always as identity primary key,
  name text not null,
  village text not null,
  occupation text,
  sector text,
  nik_blind bytea not null,
  nik bytea not null,
  birth_date bytea not null,
  phone_blind bytea,
  phone bytea,
  core_reference text unique,
  sample boolean not null default false,
  made timestamptz not null default now()
);
create index persons_nik on persons (nik_blind);
create index persons_phone on persons (phone_blind);

-- Conversations: the channel is readable, the sender is not (on WhatsApp it is a phone number).
-- person: the record the conversation is bound to.
create table talks (
  id bigint generated always as identity primary key,
  blind bytea not null unique,
  channel text not null,
  sender bytea not null,
  person bigint references persons,
  made timestamptz not null default now()
);
create index talks_person on talks (person);

-- Every effect that was carried out, so that it is carried out once, with the answer it had
-- (sealed under the talk's key; null where there is none).
create table acts (
  effect bytea primary key,
  talk bigint not null references talks,
  answer bytea,
  done timestamptz not null default now()
);

create table consents (
  id bigint generated always as identity primary key,
  talk bigint not null references talks,
  purpose text not null,
  text_version text not null,
  given timestamptz not null
);
create index consents_talk on consents (talk);

-- Village enterprises and other agent organisations, and their agents.
create table organisations (
  id bigint generated always as identity primary key,
  name text not null,
  village text not null,
  sample boolean not null default false,
  unique (name, village)
);

create table agents (
  id bigint generated always as identity primary key,
  organisation bigint not null references organisations,
  name text not null,
  code_blind bytea not null unique,
  since date not null,
  sample boolean not null default false
);

-- The gateway's own registry of memberships, for those who have no core system to ask.
-- paid_until: the first day of the last contribution month paid.
create table memberships (
  reference text primary key,
  person bigint not null unique references persons,
  kpj_blind bytea not null unique,
  kpj bytea not null,
  programmes text not null,
  since date not null,
  paid_until date,
  died date,
  sample boolean not null default false
);

-- Codes that anyone may check: which matter a code belongs to. The code itself is sealed with the
-- matter.
create table receipts (
  code_blind bytea primary key,
  number text not null unique
);

create sequence enrolment_numbers;
create sequence claim_numbers;
create sequence accident_numbers;
create sequence ticket_numbers;

create table enrolments (
  number text primary key,
  talk bigint references talks,
  person bigint not null references persons,
  state text not null,
  state_since timestamptz not null,
  programmes text not null,
  first_month date not null,
  months integer not null,
  total bigint not null,
  income bytea not null,
  receipt bytea not null,
  core_reference text,
  payment_code bytea,
  sample boolean not null default false,
  made timestamptz not null
);
create index enrolments_person on enrolments (person);
create index enrolments_state on enrolments (state, state_since);

-- Death-benefit claims as prepared by the family; sealed under the talk's key.
create table claims (
  number text primary key,
  talk bigint not null references talks,
  deceased text not null,
  deceased_nik_blind bytea not null,
  deceased_nik bytea not null,
  member text,
  died date not null,
  cause bytea not null,
  heir text not null,
  relation text not null,
  heir_phone bytea,
  state text not null,
  state_since timestamptz not null,
  office text not null,
  receipt bytea not null,
  sample boolean not null default false,
  made timestamptz not null
);
create index claims_talk on claims (talk);
create index claims_state on claims (state, state_since);

-- First notices of work accidents; the notice has to reach the branch before the deadline.
create table accidents (
  number text primary key,
  talk bigint not null references talks,
  victim text not null,
  victim_nik bytea,
  day date not null,
  place bytea not null,
  chronology bytea not null,
  notifier text not null,
  phone bytea,
  deadline timestamptz not null,
  state text not null,
  state_since timestamptz not null,
  receipt bytea not null,
  made timestamptz not null
);

-- A person is wanted. words: what was said last, sealed.
create table tickets (
  number text primary key,
  talk bigint not null references talks,
  topic text not null,
  words bytea not null,
  state text not null,
  officer text,
  until timestamptz not null,
  made timestamptz not null,
  state_since timestamptz not null
);
create index tickets_state on tickets (state, until);

-- Half-filled forms, to be found again from another number by code and birth date.
create table drafts (
  talk bigint primary key references talks,
  code_blind bytea not null unique,
  code bytea not null,
  version bigint not null,
  birth_date bytea not null,
  body bytea not null,
  kept timestamptz not null
);

-- Tries to prove who one is, or to look somebody up: kind says by what they are counted, counted
-- is its blind index in hexadecimal.
create table identity_attempts (
  id bigint generated always as identity primary key,
  kind text not null,
  counted text not null,
  at timestamptz not null
);
create index identity_attempts_counted on identity_attempts (kind, counted, at);
