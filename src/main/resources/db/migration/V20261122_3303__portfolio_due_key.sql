-- which task is due next, so that its name is said in the reader's language
alter table board_row add column due_key varchar(64);
update board_row set due_key = (select min(w.task_key) from work_item w
    where w.program = board_row.program and w.state = 'OPEN' and w.name = board_row.due_task);
