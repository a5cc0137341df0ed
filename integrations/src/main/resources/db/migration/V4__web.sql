-- What web conversations show, sealed under the key of the talk; `name` is blind, so that a line
-- added twice is added once.
create table web_lines (
  talk bigint not null references talks,
  seq bigint not null,
  name bytea not null,
  line bytea not null,
  primary key (talk, seq),
  unique (talk, name)
);

-- Files from our own page until they are fetched, sealed in chunks under the key of the talk. One
-- without a name is still coming in or was broken off.
create table web_uploads (
  id uuid primary key,
  talk bigint not null references talks,
  name bytea unique,
  begun timestamptz not null
);
create index web_uploads_begun on web_uploads (begun);

create table web_upload_chunks (
  upload uuid not null references web_uploads on delete cascade,
  place integer not null,
  bytes bytea not null,
  primary key (upload, place)
);
-- why: sealed bytes do not compress.
alter table web_upload_chunks alter column bytes set storage external;
