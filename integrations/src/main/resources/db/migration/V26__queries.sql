-- Fields of matters that officers asked the person for, and what was answered. answer: sealed under
-- the talk's key. used: when an officer put it into the form.
create table queries (
  id bigint generated always as identity primary key,
  matter text not null,
  field text not null,
  talk bigint not null references talks,
  officer text not null,
  asked timestamptz not null,
  answer bytea,
  answered timestamptz,
  used timestamptz
);
create index queries_matter on queries (matter, field, id);
