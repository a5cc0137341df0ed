-- assigned: the officer who is to look after the person, before anybody has taken them over.
alter table tickets add column assigned text;
create index tickets_talk on tickets (talk);
-- A conversation is with one officer at most.
create unique index tickets_taken on tickets (talk) where state = 'TAKEN';

-- What officers wrote in a conversation: to the person (SAID) or for each other (NOTE). text: sealed
-- under the talk's key.
create table officer_lines (
  id bigint generated always as identity primary key,
  talk bigint not null references talks,
  officer text not null,
  kind text not null,
  at timestamptz not null,
  text bytea not null
);
create index officer_lines_talk on officer_lines (talk, at);

-- Persons are looked for by their village too.
create index persons_village on persons (village);

-- Accounts that are older than the names people are told.
update officers set shown = name where shown = '';
