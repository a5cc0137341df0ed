-- First notices of accidents in a list: the latest first, and by their deadline while they wait.
create index accidents_made on accidents (made desc, number desc);
create index accidents_state on accidents (state, deadline);
