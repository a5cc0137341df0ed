-- What somebody asks for at the branch, an officer has erased: no conversation asks then.
alter table erasures alter column talk drop not null;
