-- one row per slot: the same reminder can be asked for twice and is given once
create table notice (
    slot varchar(200) not null,
    person varchar(64) not null,
    program varchar(40) not null,
    stage varchar(40) not null,
    task_key varchar(64) not null,
    kind varchar(30) not null,
    given timestamp(6) with time zone not null,
    seen timestamp(6) with time zone,
    constraint notice_key primary key (slot, person)
);
create index notice_person on notice (person, seen);
