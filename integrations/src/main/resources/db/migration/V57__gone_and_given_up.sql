-- Since when the person is not to be reached any more, by the last that a messenger told; of no more
-- meaning once they wrote, tapped or sent something after that.
alter table talks add column gone timestamptz;
-- Of a message that could not be delivered and was given up (kind DROPPED): since when it had lain
-- there. officer and at: who gave it up, and when.
alter table officer_lines add column since timestamptz;
