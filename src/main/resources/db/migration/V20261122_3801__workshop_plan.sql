-- when a session begins; sessions prepared before have their day alone
alter table workshop_session add column begins_at timestamp(6) with time zone;

-- ballots whose owner was asked by mail, once: the link is made when the mail is written and kept nowhere
create table workshop_ballot_mail (
    task varchar(64) not null primary key,
    program varchar(40) not null,
    person varchar(64) not null,
    asked_by varchar(64) not null,
    asked_at timestamp(6) with time zone not null
);
create index workshop_ballot_mail_program on workshop_ballot_mail (program);
