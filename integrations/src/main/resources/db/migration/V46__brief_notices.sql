-- A notice that is not kept once it was brought: it holds what nobody may keep.
alter table notices add column brief boolean not null default false;
