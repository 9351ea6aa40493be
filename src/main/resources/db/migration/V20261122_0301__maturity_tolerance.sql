-- what counts as "let us talk about it" is fixed when a round opens, and stays with it
alter table maturity_round add column tolerance_range integer default 2 not null;
alter table maturity_round add column tolerance_agreement numeric(19, 4) default 0.65 not null;
alter table maturity_round add column tolerance_percent integer default 25 not null;
alter table maturity_round add column revealed_at timestamp with time zone;
-- when the sponsor let the group see how far its groups lie apart; before, only the sponsor does
alter table maturity_round add column gap_shown_at timestamp with time zone;

-- the sponsor's own view: it is no vote, counts nowhere and is readable by its owner alone
create table maturity_own_view (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    ballot varchar(2000) not null,
    given_at timestamp with time zone not null,
    constraint maturity_own_view_key primary key (program, round, person)
);
