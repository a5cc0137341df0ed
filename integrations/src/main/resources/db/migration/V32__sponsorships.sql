-- What a village has set aside in a year for its workers' contributions, as officers noted it from
-- the village's own paper; the latest counts.
create table village_budgets (
  village text collate "C" not null,
  year smallint not null,
  at timestamptz not null,
  amount bigint not null check (amount >= 0),
  officer text not null,
  primary key (village, year, at)
);

-- Lists of people whom a village pays for. state: WAITING for two officers, APPROVED (its people
-- are being enrolled), DONE, REFUSED. batch: the list, gone when it is old; renews: the list whose
-- people go on, where nobody is enrolled anew. people and total are what was asked for until DONE,
-- then what came of it.
create sequence sponsorship_numbers;
create table sponsorships (
  number text primary key,
  agent bigint not null references agents,
  village text collate "C" not null,
  batch bigint unique references batches on delete set null,
  renews text references sponsorships,
  programmes text not null,
  months integer not null,
  people integer not null,
  total bigint not null,
  state text not null,
  state_since timestamptz not null,
  made timestamptz not null,
  said text not null default ''
);
create index sponsorships_state on sponsorships (state, made desc);
create index sponsorships_agent on sponsorships (agent, made desc);
create index sponsorships_village on sponsorships (village, made);

-- For whom a village pays, and which contribution months.
create table sponsored_people (
  sponsorship text not null references sponsorships on delete cascade,
  person bigint not null references persons on delete cascade,
  first_month date not null,
  months integer not null,
  total bigint not null,
  primary key (sponsorship, person)
);
create index sponsored_people_person on sponsored_people (person, first_month);
