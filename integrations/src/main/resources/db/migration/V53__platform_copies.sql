-- The copies that messengers have of files which we keep. state: OWED (still to be deleted), GONE,
-- STAYS (the messenger offers no way), REFUSED (asked for a week in vain). handle: where it is, while
-- it is OWED, sealed under the key of the talk; once the talk was erased, under the erasure's, whose
-- proof counts it. No reference to files: a copy may outlive ours.
create table platform_copies (
  file uuid primary key,
  channel text not null,
  talk bigint references talks,
  erasure text references erasures,
  state text not null,
  handle bytea,
  since timestamptz not null
);
create index platform_copies_talk on platform_copies (talk);
create index platform_copies_erasure on platform_copies (erasure);
create index platform_copies_owed on platform_copies (since) where state = 'OWED';
