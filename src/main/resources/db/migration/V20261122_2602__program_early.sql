-- contributions of a later stage that a manager lets people give ahead of time; over when the stage opens in this round
create table program_early (
    program varchar(40) not null,
    stage varchar(40) not null,
    round integer not null,
    opened_by varchar(64) not null,
    opened_at timestamp(6) with time zone not null,
    constraint program_early_key primary key (program, stage, round)
);

-- a whole ballot may be answered early, not the wishes alone
alter table maturity_early_wish alter column wish set data type varchar(400);
