-- one chain per program; the head row is locked last before commit, so sequences have no gaps
create table ledger_head (
    program varchar(40) primary key,
    sequence bigint not null,
    hash varchar(64) not null
);

create table ledger_entry (
    program varchar(40) not null,
    sequence bigint not null,
    at timestamp(6) with time zone not null,
    kind varchar(40) not null,
    person varchar(64),
    on_behalf_of varchar(64),
    subject varchar(400) not null,
    data text not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint ledger_entry_key primary key (program, sequence)
);
