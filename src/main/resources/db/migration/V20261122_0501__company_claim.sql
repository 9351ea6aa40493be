-- what programs say of the company itself; held_at is set when the program's gate says go, older claims stay
create table company_claim (
    subject varchar(20) not null,
    item varchar(40) not null,
    program varchar(40) not null,
    round integer not null,
    said varchar(200) not null,
    details text not null,
    claimed_at timestamp(6) with time zone not null,
    held_at timestamp(6) with time zone,
    constraint company_claim_key primary key (subject, item, program, round)
);
