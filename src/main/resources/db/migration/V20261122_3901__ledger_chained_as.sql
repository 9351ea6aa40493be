-- the code a program had where a line of its record was chained; empty where it was always called as it is here
alter table ledger_entry add column chained_as varchar(40);
