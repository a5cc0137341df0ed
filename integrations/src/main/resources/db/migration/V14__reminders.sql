-- Whether a conversation wants reminders, and from which hour of its day on; no row: the usual hour.
create table reminder_wishes (
  talk bigint primary key references talks,
  wanted boolean not null,
  hour smallint not null
);

-- Which reminders were sent: of the contribution after a paid month, so many days before its end.
create table reminders (
  person bigint not null references persons,
  paid_until date not null,
  days smallint not null,
  sent timestamptz not null,
  primary key (person, paid_until, days)
);
create index memberships_paid_until on memberships (paid_until) where died is null;
