-- What the pages of the web chat show, in order. last: the number of the last line; the row is held
-- while a line is added, so that numbers rise without a gap and none is seen before a lower one.
create table web_talks (
  talk bigint primary key references talks,
  last bigint not null
);

-- name: the id of the message or effect within its talk, so that each is added once. line: sealed
-- under the talk's key.
create table web_lines (
  talk bigint not null references talks,
  seq bigint not null,
  name text not null,
  line bytea not null,
  primary key (talk, seq),
  unique (talk, name)
);

-- Uploads that the conversation has not fetched yet: the file as kept, under the upload's handle.
create table web_uploads (
  handle bytea primary key,
  file uuid not null references files on delete cascade,
  size bigint not null,
  kept timestamptz not null
);
create index web_uploads_kept on web_uploads (kept);
