-- ratings given before the stage opened: readable by their owner alone; their own sheet begins with them, as long as none
-- was handed in since (after_round is the newest one of this person when they were given, 0 for none)
create table capabilities_early (
    program varchar(40) not null,
    person varchar(64) not null,
    after_round integer not null,
    have varchar(4000) not null,
    constraint capabilities_early_key primary key (program, person)
);
