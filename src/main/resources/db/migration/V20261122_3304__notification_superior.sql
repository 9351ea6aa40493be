-- who hears, besides the manager, of what stays undone for long; nobody unless the team names somebody
create table notification_superior (
    program varchar(40) not null primary key,
    person varchar(64) not null,
    named_by varchar(64) not null,
    named_at timestamp(6) with time zone not null
);
