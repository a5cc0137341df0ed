-- Wrong passwords and codes of officers, by name and by who tried: a browser that the officer was in
-- with before, an address, or all that is not known together. Keyed hashes, also of names that nobody
-- has. officers.fails is of the version before; locked_until is what a list shows.
create table sign_in_tries (
  name bytea not null,
  who bytea not null,
  fails integer not null,
  at timestamptz not null,
  primary key (name, who)
);
create index sign_in_tries_at on sign_in_tries (at);
