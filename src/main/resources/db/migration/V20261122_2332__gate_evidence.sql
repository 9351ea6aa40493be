-- evidence for single criteria: asked for or welcome, brought, or let go by name with a reason
alter table gate_criterion add column evidence varchar(10) default 'OPTIONAL' not null;
alter table gate_evidence add column criterion varchar(60);
create table gate_proof (
    sitting bigint not null references gate_sitting (id),
    criterion varchar(60) not null,
    need varchar(10) not null,
    waiver_reason varchar(1000),
    waiver_by varchar(64),
    primary key (sitting, criterion)
);
