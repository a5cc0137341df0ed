-- Payments as the payer's system tells them, each once. state: TAKEN, or REVIEW with a reason for an
-- officer. digest: blind hash of what the notice said, to tell a repetition from another payment
-- under the same id. payer_blind: the NIK or the enrolment's number that was paid for. receipt: the
-- code that anyone may check, sealed under the person's key.
create sequence payment_numbers;
create table payments (
  id text primary key,
  number text not null unique,
  digest bytea not null,
  payer_blind bytea not null,
  person bigint references persons,
  enrolment text references enrolments,
  amount bigint not null,
  due bigint,
  first_month date,
  months integer,
  channel text not null,
  paid_at timestamptz not null,
  state text not null,
  state_since timestamptz not null,
  reason text,
  receipt bytea
);
create index payments_person on payments (person);
create index payments_state on payments (state, state_since);

-- A member whom the gateway's own registry took in has no KPJ until the authority gives one.
alter table memberships alter column kpj_blind drop not null, alter column kpj drop not null;
