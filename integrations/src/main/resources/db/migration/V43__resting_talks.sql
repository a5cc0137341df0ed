-- The sealed states of conversations in which nobody has written for months: out of Redis's memory,
-- back there with the person's next message. `wrapped` is the key that `sealed` is sealed by.
create table resting_talks (
  talk bigint primary key references talks,
  wrapped bytea not null,
  sealed bytea not null,
  since timestamptz not null default now()
);
