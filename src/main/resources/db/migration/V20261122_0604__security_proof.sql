-- when somebody last proved by their password who they are
create table security_proof (
    person varchar(64) primary key,
    proved_at timestamp with time zone not null
);
