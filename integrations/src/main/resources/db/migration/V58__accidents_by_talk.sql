-- A conversation shows the matters that it is about.
create index accidents_talk on accidents (talk);
