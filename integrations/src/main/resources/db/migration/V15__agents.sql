-- agreement: the number of the organisation's agreement with the authority.
alter table organisations add column agreement text;

-- talk: the conversation that the agent is logged in from, at most one. code: the agent's own check
-- code, sealed under that talk's key. revoked: an agent no more; talk and code are empty then.
alter table agents
  add column talk bigint unique references talks on delete set null,
  add column code bytea,
  add column revoked timestamptz;

create table agent_villages (
  agent bigint not null references agents,
  village text collate "C" not null,
  primary key (agent, village)
);

-- The code by which an agent logs in, once and until then; the latest counts.
create table agent_invitations (
  agent bigint primary key references agents,
  code_blind bytea not null unique,
  until timestamptz not null
);

-- An act of an agent names the person it was for and the consent it rests on.
alter table consents
  add column agent bigint references agents,
  add column person bigint references persons;
alter table audit
  add column agent bigint references agents,
  add column person bigint references persons,
  add column consent bigint references consents;
create index audit_agent on audit (agent, at) where agent is not null;
alter table enrolments add column agent bigint references agents;
create index enrolments_agent on enrolments (agent, made) where agent is not null;
