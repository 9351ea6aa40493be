-- goes up with every edit of the catalogue, so that each node knows when what it remembers is old
create table catalogue_edition (
  id integer primary key,
  edition bigint not null
);
insert into catalogue_edition (id, edition) values (1, 0);
