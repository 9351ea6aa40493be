create table values_round (
    program varchar(40) not null,
    round integer not null,
    state varchar(16) not null,
    asked integer not null,
    answered integer,
    concordance numeric(19, 4),
    top_three_overlap numeric(19, 4),
    opened_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    primary key (program, round)
);

create table values_asked (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    turn integer not null,
    primary key (program, round, person)
);

create table values_vote (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    points varchar(1000) not null,
    fact varchar(2000),
    salt varchar(64) not null,
    commitment varchar(64) not null,
    cast_at timestamp with time zone not null,
    primary key (program, round, person)
);

create table values_weight (
    program varchar(40) not null,
    round integer not null,
    id varchar(20) not null,
    points integer not null,
    percent numeric(19, 4) not null,
    primary key (program, round, id)
);

create table values_agreement (
    program varchar(40) not null,
    round integer not null,
    reason varchar(2000),
    agreed_by varchar(64) not null,
    agreed_at timestamp with time zone not null,
    primary key (program, round)
);

create table values_agreed (
    program varchar(40) not null,
    round integer not null,
    id varchar(20) not null,
    turn integer not null,
    weight numeric(19, 4) not null,
    measure varchar(300) not null,
    unit varchar(60) not null,
    better varchar(8) not null,
    baseline numeric(19, 4),
    to_be_measured boolean not null,
    target numeric(19, 4),
    due_on date,
    owner varchar(64),
    primary key (program, round, id)
);

create table values_evidence (
    program varchar(40) not null,
    round integer not null,
    id varchar(20) not null,
    turn integer not null,
    what varchar(1000) not null,
    source varchar(200) not null,
    heard_on date not null,
    link varchar(500),
    primary key (program, round, id, turn)
);
