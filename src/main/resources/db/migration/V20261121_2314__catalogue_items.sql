-- reference content: shipped by us, edited or added by the company; ids survive every renaming
create table catalogue_item (
    kind     varchar(32) not null,
    id       varchar(32) not null,
    origin   varchar(16) not null,
    version  integer     not null,
    enabled  boolean     not null,
    position integer     not null,
    data     text        not null,
    primary key (kind, id)
);

create table catalogue_text (
    kind     varchar(32) not null,
    id       varchar(32) not null,
    language varchar(8)  not null,
    field    varchar(64) not null,
    text     text        not null,
    primary key (kind, id, language, field),
    foreign key (kind, id) references catalogue_item (kind, id)
);
