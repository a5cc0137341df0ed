-- The code on a member's digital card, one for each person, sealed under the person's key; anyone
-- may check it.
create table cards (
  person bigint primary key references persons,
  code_blind bytea not null unique,
  code bytea not null,
  made timestamptz not null default now()
);
