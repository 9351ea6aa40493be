-- once a day the heads of all chains are bound together: a line cut off a chain's end is missed here
create table ledger_anchor (
    anchor_day date primary key,
    at timestamp(6) with time zone not null,
    heads bigint not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null
);

-- the heads that moved since the anchor before, so that a day without decisions costs one row
create table ledger_anchor_head (
    program varchar(40) not null,
    sequence bigint not null,
    anchor_day date not null,
    hash varchar(64) not null,
    constraint ledger_anchor_head_key primary key (program, sequence)
);
create index ledger_anchor_head_day on ledger_anchor_head (anchor_day);
