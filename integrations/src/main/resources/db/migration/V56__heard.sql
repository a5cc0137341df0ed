-- Whether the person wrote, tapped or sent something in that turn; null in rows of before, where only
-- an intent tells it.
alter table journal add column heard boolean;
