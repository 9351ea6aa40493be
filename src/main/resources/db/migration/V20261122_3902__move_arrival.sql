-- a program's file between looking at it and taking it in; gone when it is taken in, and after a day
create table move_arrival (
    id varchar(64) primary key,
    person varchar(64) not null,
    arrived_at timestamp(6) with time zone not null,
    name varchar(200) not null,
    content bytea not null
);
