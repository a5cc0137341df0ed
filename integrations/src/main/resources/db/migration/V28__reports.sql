-- When an officer took the person over, to tell how long people wait.
alter table tickets add column taken timestamptz;

create index journal_at on journal using brin (at);
create index tickets_made on tickets (made);

-- What a day was, counted once when it is over. talks: conversations in which a person wrote;
-- messages: what people wrote; understood: those the Ear was sure of; tickets: how often a person
-- was wanted; waited: the median minutes until an officer took over, null when none did.
create table report_days (
  day date primary key,
  talks integer not null,
  messages integer not null,
  understood integer not null,
  tickets integer not null,
  waited integer
);
