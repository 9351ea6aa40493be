-- the language a frozen record was drawn in and the wording of the catalogue it used; empty: English, as it was shipped
alter table gate_evidence add column language varchar(8);
alter table gate_evidence add column wording bigint;
