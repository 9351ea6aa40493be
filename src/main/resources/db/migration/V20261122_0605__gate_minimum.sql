-- how many of one part have to say go before it is a go, as FINANCE=1,LEGAL=1
alter table gate_sitting add column minimums varchar(200);
