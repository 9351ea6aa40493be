-- use cases a program adds to the catalogue's; serves and needs are lists of value and capability ids
create table usecases_own (
    program varchar(40) not null,
    position integer not null,
    id varchar(20) not null,
    title varchar(120) not null,
    sentence varchar(300),
    effort varchar(1),
    serves varchar(1000) not null,
    needs varchar(1000) not null,
    constraint usecases_own_key primary key (program, id)
);
