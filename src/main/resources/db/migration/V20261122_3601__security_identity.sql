-- which person is which subject at the company's own sign-in; one subject for a person at each provider
create table security_identity (
    issuer varchar(500) not null,
    subject varchar(255) not null,
    person varchar(64) not null references security_person (id),
    linked_at timestamp with time zone not null,
    primary key (issuer, subject),
    unique (person, issuer)
);
