-- what the company already holds is not asked again; every answer has its day, and the program it was taken over from
alter table operatingmodel_item add column settled boolean default false not null;
alter table operatingmodel_answer add column answered_on date;
alter table operatingmodel_answer add column source varchar(40);

-- who decides, who is asked first and who is told, topic by topic
create table operatingmodel_right (
    program varchar(40) not null,
    round integer not null,
    topic varchar(20) not null,
    decides varchar(20),
    asked varchar(20),
    told varchar(20),
    constraint operatingmodel_right_key primary key (program, round, topic)
);
