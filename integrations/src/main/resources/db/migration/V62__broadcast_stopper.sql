-- Who stopped a broadcast for good, or threw its draft away.
alter table broadcasts add column stopper text;
