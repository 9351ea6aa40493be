-- The days on which each person of a program was last asked and last acted, in days since 1970, so that the board counts
-- engagement from its own row: it looked through all tasks of fifty programs for every page.
alter table board_row add column asked_days varchar(60000) default '' not null;
alter table board_row add column answered_days varchar(60000) default '' not null;

update board_row set (asked_days, answered_days) = (
    select coalesce(e.asked, ''), coalesce(e.answered, '') from program p
    left join (select x.program, string_agg(cast(x.asked as varchar), ',' order by x.asked desc) asked,
            string_agg(cast(x.answered as varchar), ',' order by x.answered desc) answered
        from (select w.program,
                max(case when w.state = 'OPEN' then 9999999
                    when w.ended_by is null then cast(floor(extract(epoch from w.created) / 86400) as integer)
                    else cast(floor(extract(epoch from w.ended) / 86400) as integer) end) asked,
                max(case when w.ended_by is not null
                    then cast(floor(extract(epoch from w.ended) / 86400) as integer) end) answered
            from work_item w where coalesce(w.ended_by, w.assignee) is not null
            group by w.program, coalesce(w.ended_by, w.assignee)) x
        group by x.program) e on e.program = p.code
    where p.code = board_row.program);
