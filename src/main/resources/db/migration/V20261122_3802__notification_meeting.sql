-- what each person was last told of each meeting: an update keeps the number of the invitation and counts on
create table calendar_meeting (
    uid varchar(120) not null,
    person varchar(64) not null,
    program varchar(40) not null,
    meeting_day date not null,
    moment varchar(60) not null,
    sequence_number integer not null,
    cancelled boolean not null,
    told timestamp(6) with time zone not null,
    constraint calendar_meeting_key primary key (uid, person)
);
create index calendar_meeting_open on calendar_meeting (cancelled, meeting_day);

-- whoever was to hear of a session in words alone hears of it with its entry for the calendar instead
update notice set fate = 'OVER' where kind = 'INVITED' and fate is null;
