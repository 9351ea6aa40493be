-- what a program's round took over from another program instead of asking it again
create table company_taken (
    program varchar(40) not null,
    subject varchar(20) not null,
    round integer not null,
    item varchar(40) not null,
    said varchar(200) not null,
    since date not null,
    source varchar(40) not null,
    constraint company_taken_key primary key (program, subject, round, item)
);
