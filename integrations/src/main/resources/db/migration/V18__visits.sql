-- Times at the branch that families have chosen for their claims: one a claim, and as many at the
-- same time as the branch sees at once (seat).
create table visits (
  claim text primary key references claims,
  office text not null,
  at timestamptz not null,
  seat integer not null,
  made timestamptz not null,
  unique (office, at, seat)
);

-- Matters of which an officer was reminded before their promised time was over, with the ticket.
create table escalations (
  matter text primary key,
  ticket text not null references tickets,
  made timestamptz not null
);
