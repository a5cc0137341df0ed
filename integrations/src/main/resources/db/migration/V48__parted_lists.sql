-- A list of several villages that are to pay for it becomes one list a village; `parted` is the list
-- as the agent sent it, which keeps the first village's people and what was not sent.
alter table batches add column parted bigint references batches on delete set null;
create index batches_parted on batches (parted) where parted is not null;
