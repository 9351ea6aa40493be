create table team_member (
    program varchar(40) not null,
    person varchar(64) not null,
    part varchar(30) not null,
    function_id varchar(20),
    rater_group varchar(30),
    position integer not null,
    constraint team_member_key primary key (program, person, part)
);
create index team_member_person on team_member (person);
