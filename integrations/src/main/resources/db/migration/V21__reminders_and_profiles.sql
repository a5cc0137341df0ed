-- Whom an agent wants reminded: once a month for each person, sent in that person's hours. talk: who
-- is told; hour: of their day, from when on; sent is null while it waits for that.
create table agent_reminders (
  person bigint not null references persons on delete cascade,
  month date not null,
  agent bigint not null references agents,
  enrolment text not null references enrolments,
  talk bigint not null references talks on delete cascade,
  hour smallint not null,
  asked timestamptz not null,
  sent timestamptz,
  primary key (person, month)
);
create index agent_reminders_waiting on agent_reminders (asked) where sent is null;
-- An agent looks for their own people by name, with typing errors.
create index persons_name on persons using gin (lower(name) gin_trgm_ops);

-- The persons who share a conversation, because they share a phone. pin: Argon2id with its
-- parameters, of what that person alone knows; none until it is chosen, and then the person is
-- proved anew.
create table profiles (
  talk bigint not null references talks on delete cascade,
  person bigint not null references persons on delete cascade,
  pin text,
  made timestamptz not null default now(),
  primary key (talk, person)
);
create index profiles_person on profiles (person);
insert into profiles (talk, person) select id, person from talks where person is not null;
