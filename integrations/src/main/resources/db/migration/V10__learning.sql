-- Messages that were not understood, or that their writer said were misunderstood, for people who
-- teach the program. Without personal data: only words of the corpus and word lists are kept, and
-- nothing leads from here to a person or a talk; effect is blind.
create table review (
  effect bytea primary key,
  day date not null,
  language text not null,
  state text not null,
  intent text not null,
  confidence real not null,
  why text not null,
  text text not null
);
create index review_day on review (day);

-- Models of the Ear that were published; the newest is the one in use at every node.
create table models (
  id bigint generated always as identity primary key,
  made timestamptz not null default now(),
  bytes bytea not null
);
