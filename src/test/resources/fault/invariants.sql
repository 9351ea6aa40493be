-- What must hold after every fault. Each question answers with what breaks it, so no line is the good answer.
-- fault_acknowledged: tasks whose handing in was answered with success, and by whom they were handed in.
-- fault_asked: tasks whose handing in was asked for and not answered when the work was stopped.
-- fault_load: the programs that the work belongs to. The moment :now is the database's own.

-- I1 what was acknowledged has ended
select a.task as found from fault_acknowledged a
where not exists (select 1 from act_hi_taskinst h where h.id_ = a.task and h.end_time_ is not null)
   or not exists (select 1 from work_item w where w.task = a.task and w.state = 'DONE' and w.ended_by = a.person)
   or not exists (select 1 from ledger_entry e join work_item w on w.program = e.program and w.task = a.task
                  where e.kind = 'SUBMITTED' and e.person = a.person and e.data like '%"' || a.task || '"%');

-- I2 what was acknowledged is not asked for again
select a.task as found from fault_acknowledged a
where exists (select 1 from act_ru_task t where t.id_ = a.task)
   or exists (select 1 from work_item w where w.task = a.task and w.state = 'OPEN');

-- I3 nothing was acknowledged to two people or twice
select a.task as found from fault_acknowledged a group by a.task having count(*) > 1;

-- I4 nothing was done that nobody asked for
select w.task as found from work_item w join fault_load l on l.program = w.program
where w.state = 'DONE' and w.ended_by is not null
  and not exists (select 1 from fault_acknowledged a where a.task = w.task)
  and not exists (select 1 from fault_asked a where a.task = w.task);

-- I5 no running program without an open task, a timer or step to come, or an incident
select p.code as found from program p
where p.state = 'RUNNING' and not exists (
  select 1 from act_ru_execution root join act_ru_execution e on e.root_proc_inst_id_ = root.id_
  where root.business_key_ = p.code and root.parent_id_ is null and root.super_exec_ is null and (
       exists (select 1 from act_ru_task t where t.proc_inst_id_ = e.proc_inst_id_)
    or exists (select 1 from act_ru_job j where j.process_instance_id_ = e.proc_inst_id_)
    or exists (select 1 from act_ru_incident i where i.proc_inst_id_ = e.proc_inst_id_)))
union all
select root.id_ as found from act_ru_execution root
where root.parent_id_ is null and root.super_exec_ is null
  and not exists (
    select 1 from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
    where e.root_proc_inst_id_ = root.id_)
  and not exists (
    select 1 from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_
    where e.root_proc_inst_id_ = root.id_)
  and not exists (
    select 1 from act_ru_execution e join act_ru_incident i on i.proc_inst_id_ = e.proc_inst_id_
    where e.root_proc_inst_id_ = root.id_);

-- I6 no task of the engine hangs in the air
select t.id_ as found from act_ru_task t left join act_ru_execution e on e.id_ = t.execution_id_ where e.id_ is null;

-- I7 one decision a review, one submission a task, one counted vote a gatekeeper
select e.program || ' ' || e.subject as found from ledger_entry e where e.kind = 'DECIDED'
group by e.program, e.subject
having count(*) > (select count(*) from gate_sitting s
                   where s.program = e.program and s.stage = e.subject and s.decided_at is not null)
union all
select e.program || ' ' || e.subject as found from ledger_entry e where e.kind = 'SUBMITTED'
group by e.program, e.subject, e.person, e.data having count(*) > 1
union all
select 'review ' || cast(v.sitting as varchar(20)) as found from gate_vote v where v.counted = true
group by v.sitting, v.person having count(*) > 1;

-- I8 what people are shown agrees with what the engine holds: tasks, stages, the row of the board
select w.task as found from work_item w where w.state = 'OPEN'
  and not exists (select 1 from act_ru_task t where t.id_ = w.task)
union all
select t.id_ as found from act_ru_task t
where not exists (select 1 from work_item w where w.task = t.id_ and w.state = 'OPEN')
union all
select p.code as found from program p where p.state = 'RUNNING' and not exists (
  select 1 from program_stage s where s.program = p.code and s.stage = p.stage
    and s.state in ('OPEN', 'AT_GATE', 'ON_HOLD', 'SENT_BACK'))
  and not exists (
  select 1 from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = p.code)
union all
select p.code as found from program p where p.state = 'COMPLETED' and exists (
  select 1 from program_stage s where s.program = p.code and s.state <> 'PASSED')
union all
select p.code as found from program p left join board_row b on b.program = p.code
where b.program is null or b.state <> p.state or b.stage <> p.stage
   or b.open_tasks <> (select count(*) from work_item w where w.program = p.code and w.state = 'OPEN');

-- I9 no step is locked for longer than its lock lasts
select j.id_ as found from act_ru_job j where j.lock_owner_ is not null and j.lock_exp_time_ < :now;

-- I10 no reminder twice for one slot, no mail twice
select n.slot || ' ' || n.person as found from notice n group by n.slot, n.person having count(*) > 1
union all
select m.message_id as found from mail m group by m.message_id having count(*) > 1;

-- I11 every program's record is numbered without a gap, each line chained to the one before, its head at the last
select e.program as found from ledger_entry e
group by e.program having count(*) <> max(e.sequence) or min(e.sequence) <> 1
union all
select e.program || ' ' || cast(e.sequence as varchar(20)) as found from ledger_entry e
join ledger_entry before on before.program = e.program and before.sequence = e.sequence - 1
where before.hash <> e.previous_hash
union all
select h.program as found from ledger_head h
where h.sequence <> (select count(*) from ledger_entry e where e.program = h.program)
   or (h.sequence > 0 and not exists (
       select 1 from ledger_entry e where e.program = h.program and e.sequence = h.sequence and e.hash = h.hash));
