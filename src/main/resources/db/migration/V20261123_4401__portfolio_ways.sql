-- the board asks over all programs of a person what waits to be looked at again: from whichever side there is less
create index trace_mark_unseen on trace_mark (looked_at, program);
create index roi_recheck_unanswered on roi_recheck (answered, program);
-- my work asks which gates somebody decides, however many programs they are in
drop index team_member_person;
create index team_member_person on team_member (person, part, program);
