-- a round of the stage with its assumptions; the usual ones until the case is built
create table roi_round (
    program varchar(40) not null,
    round_no integer not null,
    horizon_years integer not null,
    rate numeric(12,8) not null,
    contingency numeric(12,8) not null,
    cautious_benefits numeric(12,8) not null,
    cautious_costs numeric(12,8) not null,
    stretch_benefits numeric(12,8) not null,
    stretch_costs numeric(12,8) not null,
    estimates_closed timestamp(6) with time zone,
    built_by varchar(64),
    built timestamp(6) with time zone,
    reviewed_by varchar(64),
    reviewed timestamp(6) with time zone,
    constraint roi_round_key primary key (program, round_no)
);

create table roi_ramp (
    program varchar(40) not null,
    round_no integer not null,
    at_year integer not null,
    portion numeric(12,8) not null,
    constraint roi_ramp_key primary key (program, round_no, at_year)
);

-- benefit and cost lines as they were last stated; owner_amount is what the owner's own figures came to
create table roi_line (
    program varchar(40) not null,
    round_no integer not null,
    line varchar(24) not null,
    side varchar(8) not null,
    place integer not null,
    template varchar(20) not null,
    label varchar(200),
    owner varchar(64),
    baseline varchar(500),
    confidence numeric(12,8),
    basis varchar(20),
    evidence varchar(1000),
    included boolean,
    running_years integer,
    owner_amount numeric(28,8),
    estimated_by varchar(64),
    estimated timestamp(6) with time zone,
    constraint roi_line_key primary key (program, round_no, line)
);

-- the figures behind a line (INPUT), what was stated year by year (YEAR); line CAPACITY holds the capacity check
create table roi_figure (
    program varchar(40) not null,
    round_no integer not null,
    line varchar(24) not null,
    purpose varchar(8) not null,
    name varchar(40) not null,
    amount numeric(28,8) not null,
    constraint roi_figure_key primary key (program, round_no, line, purpose, name)
);

create table roi_review (
    program varchar(40) not null,
    round_no integer not null,
    line varchar(24) not null,
    verdict varchar(10) not null,
    amount numeric(28,8),
    reason varchar(1000),
    constraint roi_review_key primary key (program, round_no, line)
);
