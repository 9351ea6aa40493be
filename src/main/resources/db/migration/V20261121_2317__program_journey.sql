create table program (
    code varchar(40) primary key,
    name varchar(120) not null,
    purpose varchar(600) not null,
    investment_band varchar(20) not null,
    risk varchar(10) not null,
    currency varchar(3) not null,
    begins date not null,
    depth varchar(10) not null,
    depth_reason varchar(400),
    state varchar(12) not null,
    stage varchar(40) not null,
    round integer not null,
    launched_by varchar(64) not null,
    launched_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    stop_reason varchar(2000)
);
create index program_state on program (state, stage);

create table program_stage (
    program varchar(40) not null,
    stage varchar(40) not null,
    position integer not null,
    state varchar(12) not null,
    round integer not null,
    since timestamp(6) with time zone,
    contribute_by date,
    agree_by date,
    remind_days integer not null,
    escalate_days integer not null,
    planned date,
    first_planned date,
    decision varchar(20),
    decided_at timestamp(6) with time zone,
    constraint program_stage_key primary key (program, stage)
);
