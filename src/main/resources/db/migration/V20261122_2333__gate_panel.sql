-- a seat may come from a person by name (@ada) or a rater group (#LEADERSHIP) as well as from a part
alter table gate_panel alter column part set data type varchar(80);
