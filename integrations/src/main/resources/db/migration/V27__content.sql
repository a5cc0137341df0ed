-- Texts of content files as officers wrote them. state: DRAFT, PUBLISHED or DROPPED. place: the order
-- of publishing; of a path the greatest counts, on all nodes, and stands before the file on the disk.
-- over: SHA-256 of the file on the disk when the text was written, to see that a newer file came.
create sequence content_places;
create table content_versions (
  id bigint generated always as identity primary key,
  path text not null,
  text text not null,
  over bytea not null,
  author text not null,
  written timestamptz not null,
  state text not null,
  approver text,
  settled timestamptz,
  place bigint unique
);
create index content_versions_path on content_versions (path, id);
