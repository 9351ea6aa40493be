-- when it was settled what becomes of a notice: nobody is written about the same thing twice a day
alter table notice add column settled timestamp(6) with time zone;
create index notice_told on notice (person, fate, settled);
