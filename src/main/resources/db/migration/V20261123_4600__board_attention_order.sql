-- Whoever runs ten thousand programs is shown the first two hundred that need them: in the order asked for, or the
-- database sorts all that have waited equally long.
drop index board_row_sponsor;
drop index board_row_manager;
create index board_row_sponsor on board_row (sponsor, attention_at, program);
create index board_row_manager on board_row (manager, attention_at, program);
