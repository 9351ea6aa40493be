-- tasks whose person wants the stage submitted for decision with the agreement
create table work_handover (
    task varchar(64) primary key
);
