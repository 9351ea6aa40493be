create table security_person (
  id varchar(64) not null primary key,
  name varchar(120) not null,
  email varchar(254),
  role varchar(20) not null,
  language varchar(10) not null,
  zone varchar(64) not null,
  active boolean not null,
  must_change_password boolean not null,
  -- raised whenever whoever is signed in under this name has to sign in again
  access_version integer not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
create index security_person_name on security_person (name);

-- one row: whether this database was made for the demo or for a company
create table security_installation (
  made_for varchar(20) not null primary key
);
