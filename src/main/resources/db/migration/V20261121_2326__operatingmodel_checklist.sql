-- which items count in a round, which the first wave touches, and who is asked first
create table operatingmodel_item (
    program varchar(40) not null,
    round integer not null,
    item varchar(40) not null,
    counted boolean not null,
    first_wave boolean not null,
    asked varchar(64) not null,
    constraint operatingmodel_item_key primary key (program, round, item)
);

create table operatingmodel_answer (
    program varchar(40) not null,
    round integer not null,
    item varchar(40) not null,
    state varchar(20) not null,
    owner_person varchar(64),
    evidence varchar(1000),
    reason varchar(1000),
    agreed boolean not null,
    constraint operatingmodel_answer_key primary key (program, round, item)
);

create table operatingmodel_agreement (
    program varchar(40) not null,
    round integer not null,
    decision_rights varchar(4000),
    reason varchar(1000),
    weekly_volume numeric(19,4),
    relevant_share numeric(19,4),
    coverage numeric(19,4),
    automated_share numeric(19,4),
    minutes_per_reply numeric(19,4),
    hours_per_week numeric(19,4),
    agents_today numeric(19,4),
    constraint operatingmodel_agreement_key primary key (program, round)
);
