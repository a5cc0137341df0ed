-- Until when an officer is away; null, or past, where they are there.
alter table officers add column away_until timestamptz;
