-- Where conversations stood on a day and where they went from there: talks is how many of them.
-- state, next: as in the journal, empty for nothing waited for. next is '*' for all that were there,
-- '.' for those whose day ended there.
create table state_days (
  day date not null,
  state text not null,
  next text not null,
  talks integer not null,
  primary key (day, state, next)
);
