-- where a sign-in is kept, so that every node knows it and a restart ends nobody's work; columns as Spring Session
-- names them
create table security_browser (
  primary_id varchar(36) not null,
  session_id varchar(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint security_browser_key primary key (primary_id)
);
create unique index security_browser_session on security_browser (session_id);
create index security_browser_expiry on security_browser (expiry_time);
create index security_browser_person on security_browser (principal_name);

create table security_browser_attributes (
  session_primary_id varchar(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint security_browser_attributes_key primary key (session_primary_id, attribute_name),
  constraint security_browser_attributes_browser foreign key (session_primary_id)
    references security_browser (primary_id) on delete cascade
);
