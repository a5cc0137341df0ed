-- The language a conversation is held in; null where none but Indonesian was ever spoken.
alter table talks add column language text;

-- What many are told at once. state: DRAFT, RUNNING, PAUSED, STOPPED or DONE. village, membership,
-- occupation, language, channel: who is to be told, empty for all. approver: who set it going.
create table broadcasts (
  id bigint generated always as identity primary key,
  title text not null,
  text text not null,
  village text not null,
  membership text not null,
  occupation text not null,
  language text not null,
  channel text not null,
  per_minute integer not null,
  state text not null,
  author text not null,
  made timestamptz not null,
  approver text,
  started timestamptz,
  ended timestamptz
);

-- Whom a broadcast is for, fixed when it is set going. state: WAITING, RELEASED into the
-- conversation, and then SENT, FAILED, GONE or HELD (an officer had the conversation); REFUSED: no
-- news wanted any more; STOPPED before it was their turn; UNKNOWN: what became of it was lost.
create table broadcast_people (
  broadcast bigint not null references broadcasts on delete cascade,
  talk bigint not null references talks on delete cascade,
  channel text not null,
  state text not null,
  why text not null default '',
  released timestamptz,
  ended timestamptz,
  primary key (broadcast, talk)
);
create index broadcast_people_waiting on broadcast_people (broadcast, talk) where state = 'WAITING';
create index broadcast_people_underway on broadcast_people (channel) where state = 'RELEASED';
create index broadcast_people_released on broadcast_people (broadcast, released);
create index broadcast_people_talk on broadcast_people (talk);
create index consents_news on consents (talk) where purpose = 'news' and withdrawn is null;
