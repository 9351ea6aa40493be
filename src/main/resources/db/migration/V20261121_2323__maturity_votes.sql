create table maturity_round (
    program varchar(40) not null,
    round integer not null,
    invited integer not null,
    revealed boolean not null,
    constraint maturity_round_key primary key (program, round)
);

-- readable by its owner alone; opened once, when the round is revealed, to count; may be erased afterwards
create table maturity_ballot (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    rater_group varchar(40),
    salt varchar(64) not null,
    ballot varchar(2000) not null,
    constraint maturity_ballot_key primary key (program, round, person)
);

-- what the reveal counted: the whole (rater_group ALL) and the groups large enough to be shown
create table maturity_spread (
    program varchar(40) not null,
    round integer not null,
    topic varchar(40) not null,
    rater_group varchar(40) not null,
    ones integer not null,
    twos integer not null,
    threes integer not null,
    fours integer not null,
    cannot_judge integer not null,
    constraint maturity_spread_key primary key (program, round, topic, rater_group)
);

create table maturity_level (
    program varchar(40) not null,
    round integer not null,
    dimension varchar(40) not null,
    agreed_level integer not null,
    reason varchar(1000),
    dissent varchar(1000),
    constraint maturity_level_key primary key (program, round, dimension)
);

create table maturity_ambition (
    program varchar(40) not null,
    round integer not null,
    in_two integer not null,
    in_five integer not null,
    in_ten integer not null,
    sentence varchar(300) not null,
    constraint maturity_ambition_key primary key (program, round)
);

create table maturity_chasm (
    program varchar(40) not null,
    round integer not null,
    chasm_condition varchar(40) not null,
    state varchar(20) not null,
    evidence varchar(1000),
    constraint maturity_chasm_key primary key (program, round, chasm_condition)
);
