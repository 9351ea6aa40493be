-- the secret address under which a person's own calendar can be subscribed to; kept as its SHA-256
create table calendar_address (
    person varchar(64) not null primary key,
    sha256 varchar(64) not null,
    made timestamp(6) with time zone not null,
    constraint calendar_address_secret unique (sha256)
);

-- what each person was last told of each gate's day: an update keeps the number of the invitation and counts on
create table calendar_invitation (
    uid varchar(120) not null,
    person varchar(64) not null,
    program varchar(40) not null,
    stage varchar(40) not null,
    gate_day date not null,
    sequence_number integer not null,
    cancelled boolean not null,
    constraint calendar_invitation_key primary key (uid, person)
);
create index calendar_invitation_open on calendar_invitation (cancelled, program);
