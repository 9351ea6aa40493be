-- a round of the stage; its decisions, verdicts and agreement stay when a later round opens
create table architecture_round (
    program varchar(40) not null,
    round integer not null,
    opened_at timestamp(6) with time zone not null,
    closed_at timestamp(6) with time zone,
    summary varchar(2000),
    agreed_by varchar(64),
    agreed_at timestamp(6) with time zone,
    constraint architecture_round_key primary key (program, round)
);

create table architecture_decision (
    program varchar(40) not null,
    round integer not null,
    component varchar(20) not null,
    decision varchar(12) not null,
    product varchar(200),
    business_owner varchar(64),
    technical_owner varchar(64),
    functional_fit integer,
    technical_fit integer,
    master_of varchar(20),
    pattern varchar(200),
    wave integer,
    reason varchar(600),
    exit_cost numeric(19, 4),
    migration_plan varchar(1000),
    revisit date,
    constraint architecture_decision_key primary key (program, round, component)
);

create table architecture_review (
    program varchar(40) not null,
    round integer not null,
    component varchar(20) not null,
    person varchar(64) not null,
    verdict varchar(8) not null,
    reason varchar(600),
    reviewed_at timestamp(6) with time zone not null,
    constraint architecture_review_key primary key (program, round, component, person)
);
