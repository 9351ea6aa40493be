-- one row a program with everything the board shows, written in the transaction that changes it; made anew from its
-- sources by one command. Dates stay dates: what is late or overdue today is asked of them when somebody looks
create table board_row (
    program varchar(40) primary key,
    version bigint not null,
    name varchar(120) not null,
    state varchar(12) not null,
    stage varchar(40) not null,
    depth varchar(10) not null,
    currency varchar(3) not null,
    investment_band varchar(20) not null,
    risk varchar(10) not null,
    launched_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    sponsor varchar(64),
    sponsor_name varchar(120),
    manager varchar(64),
    manager_name varchar(120),
    words varchar(600) not null,
    team_size integer not null,
    parts varchar(600) not null,
    marks varchar(2000) not null,
    passed integer not null,
    -- running and at its gate, running, stopped, completed
    place integer not null,
    in_stage timestamp(6) with time zone,
    next_gate date,
    first_gate date,
    -- the program is late from the day after this one
    late_after date,
    holders varchar(12000) not null,
    holder_count integer not null,
    held_since timestamp(6) with time zone,
    open_tasks integer not null,
    due_at timestamp(6) with time zone,
    due_task varchar(300),
    due_person varchar(64),
    due_name varchar(120),
    due_given integer not null,
    due_missing integer not null,
    conditions integer not null,
    condition_due date,
    condition_text varchar(1000),
    condition_owner varchar(120),
    condition_stage varchar(40),
    notes integer not null,
    note_id bigint,
    note_name varchar(120),
    note_words varchar(1000),
    note_until date,
    -- somebody in the team who can no longer sign in
    gone varchar(64),
    gone_name varchar(120),
    decided_at timestamp(6) with time zone,
    attention_at timestamp(6) with time zone not null,
    gate_order date not null,
    money_order numeric(28,2) not null,
    investment numeric(28,2),
    npv numeric(28,2),
    npv_cash numeric(28,2),
    agreement numeric(9,4),
    overlap numeric(9,4),
    recall numeric(9,4),
    splits integer
);
create index board_row_place on board_row (place, launched_at desc, program);
create index board_row_launched on board_row (launched_at desc, program);
create index board_row_name on board_row (name, program);
create index board_row_gate on board_row (gate_order, program);
create index board_row_money on board_row (money_order, program);
create index board_row_late on board_row (late_after, program);
create index board_row_stage on board_row (stage, place, launched_at desc, program);
create index board_row_sponsor on board_row (sponsor, attention_at);
create index board_row_manager on board_row (manager, attention_at);
create index board_row_version on board_row (version);

-- how somebody likes to look at the board
create table board_view (
    person varchar(64) not null,
    name varchar(60) not null,
    asked varchar(600) not null,
    saved_at timestamp(6) with time zone not null,
    constraint board_view_key primary key (person, name)
);
