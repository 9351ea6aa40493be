create table capabilities_round (
    program varchar(40) not null,
    round integer not null,
    state varchar(16) not null,
    asked integer not null,
    answered integer,
    recall_match numeric(19, 4),
    recall_overlap numeric(19, 4),
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    primary key (program, round)
);

create table capabilities_asked (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    turn integer not null,
    primary key (program, round, person)
);

create table capabilities_vote (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    recall varchar(200) not null,
    have varchar(2000) not null,
    salt varchar(64) not null,
    commitment varchar(64) not null,
    cast_at timestamp with time zone not null,
    primary key (program, round, person)
);

create table capabilities_spread (
    program varchar(40) not null,
    round integer not null,
    id varchar(20) not null,
    judged integer not null,
    unable integer not null,
    lower_median integer,
    mean numeric(19, 4),
    lowest integer,
    highest integer,
    primary key (program, round, id)
);

create table capabilities_agreement (
    program varchar(40) not null,
    round integer not null,
    agreed_by varchar(64) not null,
    agreed_at timestamp with time zone not null,
    primary key (program, round)
);

create table capabilities_agreed (
    program varchar(40) not null,
    round integer not null,
    id varchar(20) not null,
    need integer not null,
    need_found integer not null,
    have integer not null,
    have_found integer,
    owner varchar(64),
    reason varchar(2000),
    primary key (program, round, id)
);
