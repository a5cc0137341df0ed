-- Models that officers had trained and compared: what was compared is what is published. `compared`
-- is JSON for the page; its texts are redacted. Only the latest is kept.
create table lessons (
  id bigint generated always as identity primary key,
  officer text not null,
  begun timestamptz not null,
  ended timestamptz,
  model bytea,
  compared text
);
