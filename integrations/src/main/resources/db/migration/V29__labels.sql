-- What officers say that messages kept for review mean: the text is the redacted one. intent: empty
-- where a message teaches nothing.
create table review_labels (
  text text primary key,
  language text not null,
  intent text not null,
  officer text not null,
  at timestamptz not null
);
