-- how long a person's form was really worked on; seen is the last sign of life, in seconds since 1970
create table work_time (
    task varchar(64) not null,
    person varchar(64) not null,
    seconds bigint not null,
    seen bigint not null,
    constraint work_time_key primary key (task, person)
);

-- how many minutes each task was said to take when the program was launched
create table program_promise (
    program varchar(40) not null,
    task varchar(64) not null,
    minutes integer not null,
    constraint program_promise_key primary key (program, task)
);
