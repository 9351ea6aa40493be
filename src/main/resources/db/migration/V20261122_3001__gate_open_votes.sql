-- where a route says so, the votes of a review are read as they are cast
alter table gate_sitting add column votes_open boolean default false not null;
alter table gate_route add column votes_open boolean default false not null;
-- as many names as people
alter table gate_route alter column panel set data type varchar(4000);
alter table gate_sitting alter column decided_by set data type varchar(4000);
alter table gate_sitting alter column minimums set data type varchar(4000);
alter table gate_setting_change alter column was set data type varchar(4000);
alter table gate_setting_change alter column said set data type varchar(4000);
