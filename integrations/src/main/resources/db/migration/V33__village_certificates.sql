-- Certificates of Desa Sadar, one standing for each village. basis: the decision it rests on, as its
-- paper is called. code: can be checked by anyone, by its blind index in receipts; it is no secret.
create sequence certificate_numbers;
create table village_certificates (
  number text primary key,
  village text collate "C" not null,
  code text not null,
  basis text not null,
  workers bigint not null,
  covered bigint not null,
  month date not null,
  officer text not null,
  made timestamptz not null,
  withdrawn timestamptz
);
create unique index village_certificates_standing
  on village_certificates (village) where withdrawn is null;
