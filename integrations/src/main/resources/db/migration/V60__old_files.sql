-- Files whose time is over are looked for every hour.
create index files_begun on files (begun) where name is not null and until is null;
