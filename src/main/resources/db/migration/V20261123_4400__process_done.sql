-- my work shows what somebody did last, however much they have done
create index work_item_done on work_item (ended_by, ended);
