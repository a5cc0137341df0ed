-- Photographs and papers, encrypted in chunks of 64 KiB under the key of the talk that sent them.
-- A file without a name is still coming in, or was broken off: it is not to be seen, and removed
-- after a day.
create table files (
  id uuid primary key,
  talk bigint not null references talks,
  name bytea unique,
  type text,
  size bigint,
  begun timestamptz not null
);
create index files_talk on files (talk);
create index files_unnamed on files (begun) where name is null;

create table file_chunks (
  file uuid not null references files on delete cascade,
  place integer not null,
  bytes bytea not null,
  primary key (file, place)
);
-- why: sealed bytes do not compress.
alter table file_chunks alter column bytes set storage external;

create table claim_papers (
  claim text not null references claims,
  file uuid not null references files,
  paper text not null,
  added timestamptz not null,
  primary key (claim, file)
);
