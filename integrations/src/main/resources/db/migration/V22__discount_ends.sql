-- Who was told that their sector's discount ends with that contribution month.
create table discount_ends_told (
  person bigint not null references persons on delete cascade,
  until date not null,
  told timestamptz not null,
  primary key (person, until)
);
