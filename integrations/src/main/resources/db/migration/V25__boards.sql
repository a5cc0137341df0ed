-- The first of two signatures under what leads to a payment; the second carries it out.
create table signatures (
  matter text not null,
  act text not null,
  officer text not null,
  at timestamptz not null,
  primary key (matter, act)
);

create index enrolments_made on enrolments (made desc, number desc);
create index claims_made on claims (made desc, number desc);
