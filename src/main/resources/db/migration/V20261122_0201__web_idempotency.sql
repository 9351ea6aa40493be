-- the first answer to a creating call, kept under the caller's own key so that a repetition hears it again
create table web_idempotency (
    person varchar(64) not null,
    -- of the key, not the key itself: whoever reads this table can repeat nobody's call
    key_hash varchar(64) not null,
    request_hash varchar(64) not null,
    status integer,
    location varchar(400),
    content_type varchar(100),
    body text,
    called_at timestamp(6) with time zone not null,
    constraint web_idempotency_key primary key (person, key_hash)
);
create index web_idempotency_called on web_idempotency (called_at);
