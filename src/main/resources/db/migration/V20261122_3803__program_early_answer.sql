-- what a person answered of a stage before it opened in this round: readable by them alone, their own task begins with it
create table program_early_answer (
    program varchar(40) not null,
    stage varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    answers varchar(4000) not null,
    constraint program_early_answer_key primary key (program, stage, person)
);
