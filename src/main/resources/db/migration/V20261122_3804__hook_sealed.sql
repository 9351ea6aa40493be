-- secrets lie sealed (those there are sealed at the next start); a renewed one signs beside the one before for a day
alter table hook alter column secret set data type varchar(200);
alter table hook add column old_secret varchar(200);
alter table hook add column old_until timestamp(6) with time zone;
