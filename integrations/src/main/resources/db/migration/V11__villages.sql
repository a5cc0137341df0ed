-- Provinces, regencies, districts and villages by Kemendagri code (35, 35.10, 35.10.17,
-- 35.10.17.2003). key: the name as it is compared, small letters and digits alone.
create extension if not exists pg_trgm;

create table regions (
  code text collate "C" primary key,
  name text not null,
  key text not null
);
create index regions_key on regions using gin (key gin_trgm_ops);

-- Who works where, as the newest file told: by area of any level, category and formal (paid a wage)
-- or informal. year: of the figure; an older one never replaces a newer one.
create table workers (
  area text collate "C" not null,
  category text not null,
  formal boolean not null,
  year smallint not null,
  workers integer not null check (workers >= 0),
  primary key (area, category, formal)
);

-- The same for every area above too: its own figures where there are some, else the sum of those
-- below. Written anew by each import.
create table worker_sums (
  area text collate "C" not null,
  category text not null,
  formal boolean not null,
  workers bigint not null,
  primary key (area, category, formal)
);

-- How many workers, or which share of them, are to be members by the end of a year. category is
-- empty where all are meant.
create table targets (
  area text collate "C" not null,
  category text not null,
  year smallint not null,
  people integer,
  share numeric(6, 5),
  primary key (area, category, year),
  check ((people is null) <> (share is null))
);

-- Who is counted as a member: no name and no number, only the blind index of the NIK (or of the
-- KPJ where the file has no NIK). since, until: the first day of the first and of the last month
-- paid; until is null where no end is known.
create table members (
  who bytea primary key,
  village text collate "C" not null,
  category text not null,
  formal boolean not null,
  since date not null,
  until date,
  sample boolean not null default false,
  check (until >= since)
);
create index members_sample on members (who) where sample;

-- By how many the members of an area changed in a month; their number on a day is the sum of all
-- changes before. Kept up by the triggers below, in the transaction that changes members.
create table member_months (
  area text collate "C" not null,
  category text not null,
  formal boolean not null,
  month date not null,
  change integer not null,
  primary key (area, category, formal, month)
);

create function members_came() returns trigger language plpgsql as $$
begin
  insert into member_months as kept
  select left(village, length), category, formal, month, sum(change)
  from (
    select village, category, formal, since as month, 1 as change from came
    union all
    select village, category, formal, (until + interval '1 month')::date, -1
    from came where until is not null
  ) as changes
  cross join unnest(array[2, 5, 8, 13]) as length
  group by 1, 2, 3, 4 having sum(change) <> 0
  order by 1, 2, 3, 4
  on conflict (area, category, formal, month) do update
  set change = kept.change + excluded.change;
  return null;
end $$;

create function members_gone() returns trigger language plpgsql as $$
begin
  insert into member_months as kept
  select left(village, length), category, formal, month, sum(change)
  from (
    select village, category, formal, since as month, -1 as change from gone
    union all
    select village, category, formal, (until + interval '1 month')::date, 1
    from gone where until is not null
  ) as changes
  cross join unnest(array[2, 5, 8, 13]) as length
  group by 1, 2, 3, 4 having sum(change) <> 0
  order by 1, 2, 3, 4
  on conflict (area, category, formal, month) do update
  set change = kept.change + excluded.change;
  return null;
end $$;

create trigger members_inserted after insert on members
  referencing new table as came for each statement execute function members_came();
create trigger members_deleted after delete on members
  referencing old table as gone for each statement execute function members_gone();
create trigger members_left after update on members
  referencing old table as gone for each statement execute function members_gone();
create trigger members_moved after update on members
  referencing new table as came for each statement execute function members_came();

-- Whoever has paid in the gateway's own registry is a member as well; invented people never are.
-- A file's category and village stand where both know somebody.
create function registry_counts() returns trigger language plpgsql as $$
begin
  insert into members as kept (who, village, category, formal, since, until)
  select p.nik_blind, p.village, 'OTHER', false, least(months.since, new.paid_until),
    greatest(coalesce(date_trunc('month', new.died)::date, new.paid_until), months.since)
  from (select date_trunc('month', new.since)::date as since) as months
  cross join persons p
  where p.id = new.person and p.village ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'
  on conflict (who) do update set
    since = least(kept.since, excluded.since),
    until = case
      when new.died is not null then greatest(excluded.until, kept.since)
      when kept.until is null then null
      else greatest(kept.until, excluded.until) end;
  return null;
end $$;

create trigger memberships_count after insert or update on memberships
  for each row when (not new.sample and new.paid_until is not null)
  execute function registry_counts();

-- What we draw for somebody (a picture, a table) is kept only for a while.
alter table files add column until timestamptz;
create index files_until on files (until) where until is not null;
