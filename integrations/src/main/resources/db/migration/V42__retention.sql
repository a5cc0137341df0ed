-- What has served its time is found without reading all: rows come in the order of time, so that a
-- summary of each block is enough, and costs a writer nothing to speak of.
create index notices_done on notices using brin (done);
create index officer_lines_at on officer_lines using brin (at);
