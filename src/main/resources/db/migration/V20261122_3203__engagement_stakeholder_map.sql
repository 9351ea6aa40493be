-- whether a program keeps a map of its stakeholders: not unless its manager says so
create table engagement_map (
    program varchar(40) not null primary key,
    shown boolean not null,
    changed_by varchar(64) not null,
    changed_at timestamp(6) with time zone not null
);

-- how somebody stands with a program, what worries them, what they were promised: for those who run it alone
create table engagement_stance (
    program varchar(40) not null,
    person varchar(64) not null,
    influence varchar(10) not null,
    stance varchar(10) not null,
    worry varchar(1000),
    promise varchar(1000),
    touched date,
    noted_by varchar(64) not null,
    noted_at timestamp(6) with time zone not null,
    constraint engagement_stance_key primary key (program, person)
);
