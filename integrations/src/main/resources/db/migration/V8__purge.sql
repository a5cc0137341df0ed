-- Old acts are removed by their time, which is also their order in the table.
create index acts_done on acts using brin (done);
