-- a round of the stage; what was chosen, signed and planned in it stays when a later round opens
create table usecases_round (
    program varchar(40) not null,
    round integer not null,
    opened_at timestamp(6) with time zone not null,
    closed_at timestamp(6) with time zone,
    constraint usecases_round_key primary key (program, round)
);

create table usecases_choice (
    program varchar(40) not null,
    round integer not null,
    use_case varchar(20) not null,
    decision varchar(8) not null,
    reason varchar(600),
    asking varchar(20),
    accepting varchar(20),
    constraint usecases_choice_key primary key (program, round, use_case)
);

create table usecases_agreement (
    program varchar(40) not null,
    round integer not null,
    use_case varchar(20) not null,
    side varchar(10) not null,
    function_code varchar(20) not null,
    person varchar(64) not null,
    answer varchar(10) not null,
    reason varchar(600),
    answered_at timestamp(6) with time zone not null,
    constraint usecases_agreement_key primary key (program, round, use_case, side)
);

create table usecases_wave (
    program varchar(40) not null,
    round integer not null,
    use_case varchar(20) not null,
    first_result date not null,
    measure varchar(300) not null,
    quick_win boolean not null,
    constraint usecases_wave_key primary key (program, round, use_case)
);
