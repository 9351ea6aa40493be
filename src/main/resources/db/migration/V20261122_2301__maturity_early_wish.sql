-- wishes given on an earlier ballot: readable by their owner alone; their own ballot begins with them, as long as it was
-- not cast since (after_round is the newest ballot of this person when the wish was given, 0 for none)
create table maturity_early_wish (
    program varchar(40) not null,
    person varchar(64) not null,
    after_round integer not null,
    wish varchar(100) not null,
    constraint maturity_early_wish_key primary key (program, person)
);
