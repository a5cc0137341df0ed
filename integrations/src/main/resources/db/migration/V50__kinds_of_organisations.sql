-- WADAH, BUMDES, BUMDESMA or KOPERASI; empty where nobody said.
alter table organisations add column kind text;
