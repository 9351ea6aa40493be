-- an owner who cannot put figures on a line says so, instead of inventing them
alter table roi_line add column cannot_say boolean;
