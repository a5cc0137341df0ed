-- Forms of the console that were sent within the last seconds, by a hash, and where they ended: a
-- second tap that comes to another node is not done again.
create table form_taps (
  form text primary key,
  at timestamptz not null,
  path text not null default ''
);
