-- Lists of people that agents send to enrol them together. agreed: when the agent said that all in
-- it consented; the terms and the consent are empty until then. What a row says is sealed under the
-- list's own key ('batch/12' in person_keys), which is destroyed with the list.
create table batches (
  id bigint generated always as identity primary key,
  agent bigint not null references agents,
  made timestamptz not null,
  agreed timestamptz,
  programmes text,
  first_month date,
  months integer,
  consent bigint references consents
);
create index batches_agent on batches (agent, id);
create index batches_made on batches (made);

-- The messages and files of a list, in their order. content_blind: what was sent, to know it again.
create table batch_sources (
  batch bigint not null references batches on delete cascade,
  source integer not null,
  agent bigint not null references agents,
  content_blind bytea not null,
  made timestamptz not null,
  primary key (batch, source),
  unique (agent, content_blind)
);

-- line: where the row begins in its message or file. state: READY to be enrolled, FAULTY, SKIPPED,
-- IN_LIST (the same person as in the row that `other` names), EARLIER (enrolled before, under the
-- number in `other`), MEMBER, REFUSED by the core (`other` says why), ENROLLED. body: what the row
-- says, sealed; empty once its person is enrolled and says it themselves.
create table batch_rows (
  batch bigint not null references batches on delete cascade,
  source integer not null,
  line integer not null,
  state text not null,
  nik_blind bytea,
  body bytea,
  other text,
  enrolment text references enrolments,
  primary key (batch, source, line)
);
create index batch_rows_state on batch_rows (batch, state);
create index batch_rows_enrolment on batch_rows (enrolment) where enrolment is not null;
