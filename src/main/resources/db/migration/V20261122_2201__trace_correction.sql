-- what was put right after a gate, each version beside the one before
create table trace_correction (
    program varchar(40) not null,
    stage varchar(40) not null,
    element varchar(40) not null,
    name varchar(1000) not null,
    field varchar(60) not null,
    label varchar(300) not null,
    version integer not null,
    was varchar(2000) not null,
    said varchar(2000) not null,
    reason varchar(2000) not null,
    person varchar(64) not null,
    corrected timestamp(6) with time zone not null,
    constraint trace_correction_key primary key (program, stage, element, field, version)
);
