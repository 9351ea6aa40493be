-- whether the sheets that people answer alone begin with what the room sketched, or blank
alter table program_pilot add column prefills boolean default true not null;
