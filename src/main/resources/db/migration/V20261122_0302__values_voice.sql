-- how many picked the agreed top three from the shuffled list: before the values were agreed, and whenever asked after
create table values_recall (
    program varchar(40) not null,
    moment varchar(10) not null,
    round integer not null,
    asked integer not null,
    answered integer not null,
    match_percent numeric(19, 4) not null,
    overlap_percent numeric(19, 4) not null,
    taken_at timestamp with time zone not null,
    primary key (program, moment, round)
);

-- the three a person taps before weighing; and of what a customer said: where, when, and which value it speaks for
alter table values_vote add column recall varchar(200);
alter table values_vote add column fact_from varchar(200);
alter table values_vote add column fact_date date;
alter table values_vote add column fact_value varchar(20);

-- the scorecard question of every leader: which figure is about customer experience, how measured, how reported
create table values_scorecard (
    program varchar(40) not null,
    round integer not null,
    person varchar(64) not null,
    function_id varchar(20) not null,
    figure varchar(300),
    measured varchar(300),
    reported varchar(300),
    primary key (program, round, person)
);

alter table values_agreed add column promises varchar(120) default '' not null;
