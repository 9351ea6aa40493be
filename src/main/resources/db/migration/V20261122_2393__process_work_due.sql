-- every few minutes the dates that are near are looked at
create index work_item_due on work_item (state, due);
