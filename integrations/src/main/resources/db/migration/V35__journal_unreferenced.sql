-- A line's conversation is found or made in the line's own transaction, and conversations are never
-- deleted. To let the database look it up again, and lock it, for each line was an eighth of what
-- the journal costs.
alter table journal drop constraint journal_talk_fkey;
