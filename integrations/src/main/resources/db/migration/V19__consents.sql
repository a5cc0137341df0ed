-- How a consent was given: SELF in one's own conversation, IN_PERSON to an agent, OWN_PHONE in answer
-- to an agent's request there, CODE_TOLD by telling the agent the code that was sent to that phone.
alter table consents add column way text not null default 'SELF';
update consents set way = 'IN_PERSON' where agent is not null;

-- What an agent filled in for somebody whose phone was asked for consent. talk: the agent's; form:
-- sealed under its key; code: hash of what the phone was sent. Form, NIK and code are emptied as soon
-- as state is no longer WAITING (GIVEN, REFUSED, SILENT, NOT_ACCEPTED, REPLACED).
create table consent_requests (
  id bigint generated always as identity primary key,
  agent bigint not null references agents,
  talk bigint not null references talks on delete cascade,
  phone_talk bigint not null references talks on delete cascade,
  nik_blind bytea,
  code bytea,
  form bytea,
  text_version text not null,
  tries smallint not null default 0,
  state text not null default 'WAITING',
  made timestamptz not null,
  until timestamptz not null,
  ended timestamptz
);
create index consent_requests_until on consent_requests (until) where state = 'WAITING';
create index consent_requests_agent on consent_requests (agent) where state = 'WAITING';
create index consent_requests_phone on consent_requests (phone_talk) where state = 'WAITING';
