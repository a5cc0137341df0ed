-- Who may enter the console. password: Argon2id with its parameters.
create table officers (
  name text primary key,
  password text not null,
  made timestamptz not null default now()
);

-- Officers who are in, by the hash of what their browser holds.
create table officer_sessions (
  token bytea primary key,
  officer text not null references officers on delete cascade,
  until timestamptz not null
);
