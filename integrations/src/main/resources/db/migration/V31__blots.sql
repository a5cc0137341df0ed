-- By what somebody was known who had everything erased, sealed under the key of an agent's
-- conversation: for a few hours, until what other stores hold of it is gone too.
create table blots (
  id    bigint generated always as identity primary key,
  talk  bigint not null references talks (id),
  signs bytea not null,
  made  timestamptz not null default now()
);
