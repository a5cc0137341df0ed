-- What looking at a file found: the names of its flaws, separated by commas, and of a PDF how many
-- pages it has.
alter table files add column flaws text not null default '', add column pages integer;
