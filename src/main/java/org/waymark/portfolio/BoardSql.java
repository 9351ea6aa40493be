package org.waymark.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a row of the board is, said once: a change, the first row of a program and the rebuilding all ask this. */
final class BoardSql {

    /** Where a program without a case stands when the most valuable come first. */
    static final String UNKNOWN = "100000000000000000000";

    /** Later than anything anybody plans. */
    private static final String NEVER = "timestamp with time zone '9999-12-31 00:00:00+00:00'";

    private static final String WITHIN_STAGE = """
            (select count(*) from work_item w where w.program = s.program and w.stage = s.stage
                and w.state %s and w.created >= s.since)""";

    private static final String MARK = "s.stage || '|' || s.state || '|' || cast(s.round as varchar) || '|'"
            + " || cast(case when s.state = 'OPEN' then " + WITHIN_STAGE.formatted("= 'DONE'") + " * 100 / ("
            + WITHIN_STAGE.formatted("in ('OPEN', 'DONE')") + " + 1) else 0 end as varchar) || '|'"
            + """
             || cast((select count(*) from gate_condition c join gate_sitting g on g.id = c.sitting
                    where g.program = s.program and g.stage = s.stage and c.state = 'OPEN') as varchar) || '|'
                || coalesce(cast(s.planned as varchar(10)), '') || '|'
                || coalesce(cast(s.first_planned as varchar(10)), '')""";

    private static final String HELD = """
             from work_item w where w.program = p.code and w.stage = n.stage and w.state = 'OPEN'""";

    private static final String HOLDER = "coalesce(h.name, w.assignee)";

    private static final String GROUP = """
            (select count(*) from work_item w where w.program = p.code and w.task_key = d.task_key
                and w.instance = d.instance and w.state = '%s')""";

    private static final String LATE_AFTER = """
            case when p.state <> 'RUNNING' then null when n.planned > n.first_planned then date '1970-01-01'
                else n.first_planned end""";

    private static final String OPEN_NOTES = """
            from work_note q join work_item w on w.task = q.task
                where q.program = p.code and q.settled is null and w.state = 'OPEN'""";

    private static final String AT_GATE = "(select max(z.decided_at) from gate_sitting z where z.program = p.code)";

    private static final String AGREED = """
            (select max(w.ended) from work_item w where w.program = p.code and w.state = 'DONE'
                and w.task_key in (:agreeing))""";

    /** The last decision, at a gate or about a stage's record, as momentum counts it (dcfts.md 4.2). */
    private static final String DECIDED =
            "coalesce(greatest(" + AT_GATE + ", " + AGREED + "), " + AT_GATE + ", " + AGREED + ")";

    /**
     * The days people were last asked and last acted on, one for each of them, in days since 1970; who still has an open
     * task is being asked. The board counts those of the last thirty days, so that nothing here ages by itself.
     */
    private static final String ENGAGED = """
            (select x.program, string_agg(cast(x.asked as varchar), ',' order by x.asked desc) asked,
                string_agg(cast(x.answered as varchar), ',' order by x.answered desc) answered
                from (select w.program,
                    max(case when w.state = 'OPEN' then 9999999 when w.ended_by is null then %s else %s end) asked,
                    max(case when w.ended_by is not null then %s end) answered
                    from work_item w where coalesce(w.ended_by, w.assignee) is not null
                    group by w.program, coalesce(w.ended_by, w.assignee)) x
                group by x.program)""".formatted(day("w.created"), day("w.ended"), day("w.ended"));

    /** A column and what it is made of. */
    private record Part(String column, String source) {}

    private static final List<Part> PARTS = List.of(
            new Part("name", "p.name"),
            new Part("state", "p.state"),
            new Part("stage", "p.stage"),
            new Part("depth", "p.depth"),
            new Part("currency", "p.currency"),
            new Part("investment_band", "p.investment_band"),
            new Part("risk", "p.risk"),
            new Part("launched_at", "p.launched_at"),
            new Part("ended_at", "p.ended_at"),
            new Part("sponsor", "sp.person"),
            new Part("sponsor_name", "sn.name"),
            new Part("manager", "mp.person"),
            new Part("manager_name", "mn.name"),
            new Part(
                    "words",
                    "lower(p.code || ' ' || p.name || ' ' || coalesce(sn.name, '') || ' ' || coalesce(mn.name, ''))"),
            new Part("team_size", "(select count(distinct m.person) from team_member m where m.program = p.code)"),
            new Part("parts", """
                    coalesce((select string_agg(distinct m.part, ',' order by m.part) from team_member m
                        where m.program = p.code), '')"""),
            new Part(
                    "marks",
                    "(select string_agg(" + MARK
                            + ", ';' order by s.position) from program_stage s where s.program = p.code)"),
            new Part(
                    "passed", "(select count(*) from program_stage s where s.program = p.code and s.state = 'PASSED')"),
            new Part(
                    "place",
                    "case p.state when 'RUNNING' then case when n.state = 'AT_GATE' then 0 else 1 end"
                            + " when 'STOPPED' then 2 else 3 end"),
            new Part("in_stage", """
                    case when p.state <> 'RUNNING' then null when n.state in ('OPEN', 'SENT_BACK') then n.since
                        else coalesce((select max(q.decided_at) from program_stage q where q.program = p.code
                            and q.position < n.position), p.launched_at) end"""),
            new Part("next_gate", "case when p.state = 'RUNNING' then n.planned end"),
            new Part("first_gate", "case when p.state = 'RUNNING' then n.first_planned end"),
            new Part("late_after", LATE_AFTER),
            new Part(
                    "holders",
                    "coalesce((select string_agg(distinct " + HOLDER + ", '\n' order by " + HOLDER + ")"
                            + HELD.replace("where", "left join security_person h on h.id = w.assignee where")
                            + "), '')"),
            new Part("holder_count", "(select count(distinct w.assignee)" + HELD + ")"),
            new Part("held_since", "(select min(w.created)" + HELD + ")"),
            new Part("open_tasks", "(select count(*) from work_item w where w.program = p.code and w.state = 'OPEN')"),
            new Part("due_at", "d.due"),
            new Part("due_task", "d.name"),
            new Part("due_key", "d.task_key"),
            new Part("due_person", "d.assignee"),
            new Part("due_name", "coalesce(dn.name, d.assignee)"),
            new Part("due_given", GROUP.formatted("DONE")),
            new Part("due_missing", GROUP.formatted("OPEN")),
            new Part("conditions", """
                    (select count(*) from gate_condition x join gate_sitting y on y.id = x.sitting
                        where y.program = p.code and x.state = 'OPEN')"""),
            new Part("condition_due", "c.due"),
            new Part("condition_text", "c.text"),
            new Part("condition_owner", "coalesce(cn.name, c.owner)"),
            new Part("condition_stage", "cs.stage"),
            new Part("notes", "(select count(*) " + OPEN_NOTES + ")"),
            new Part("note_id", "o.id"),
            new Part("note_name", "coalesce(onn.name, o.person)"),
            new Part("note_words", "o.words"),
            new Part("note_until", "o.until_date"),
            new Part("gone", "g.id"),
            new Part("gone_name", "g.name"),
            new Part("asked_days", "coalesce(e.asked, '')"),
            new Part("answered_days", "coalesce(e.answered, '')"),
            new Part("decided_at", DECIDED),
            new Part(
                    "attention_at",
                    "case when p.state <> 'RUNNING' then " + NEVER
                            + " when o.id is not null or g.id is not null or n.state = 'AT_GATE' then p.launched_at"
                            + " when " + GROUP.formatted("OPEN") + " = 1 and " + GROUP.formatted("DONE")
                            + " > 1 then p.launched_at else least(coalesce(d.due, " + NEVER + "), coalesce("
                            + "cast(c.due as timestamp with time zone) - interval '7' day, " + NEVER + "),"
                            + " coalesce(cast(" + LATE_AFTER + " as timestamp with time zone) + interval '1' day, "
                            + NEVER + "), coalesce(cast(n.planned as timestamp with time zone) - interval '7' day, "
                            + NEVER + "), coalesce(" + DECIDED + ", p.launched_at) + interval '18' day) end"),
            new Part(
                    "gate_order",
                    "case when p.state = 'RUNNING' then coalesce(n.planned, date '9999-12-30')"
                            + " else date '9999-12-31' end"));

    private static final String SOURCE = """
             from program p
            left join program_stage n on n.program = p.code and n.position = (select min(x.position)
                from program_stage x where x.program = p.code and x.state not in ('PASSED', 'STOPPED'))
            left join team_member sp on sp.program = p.code and sp.part = 'SPONSOR' and sp.position =
                (select min(x.position) from team_member x where x.program = p.code and x.part = 'SPONSOR')
            left join security_person sn on sn.id = sp.person
            left join team_member mp on mp.program = p.code and mp.part = 'MANAGER' and mp.position =
                (select min(x.position) from team_member x where x.program = p.code and x.part = 'MANAGER')
            left join security_person mn on mn.id = mp.person
            left join work_item d on d.task = (select w.task from work_item w where w.program = p.code
                and w.state = 'OPEN' order by coalesce(w.due, %s), w.created, w.task fetch first 1 rows only)
            left join security_person dn on dn.id = d.assignee
            left join gate_condition c on c.id = (select x.id from gate_condition x
                join gate_sitting y on y.id = x.sitting where y.program = p.code and x.state = 'OPEN'
                order by x.due, x.id fetch first 1 rows only)
            left join gate_sitting cs on cs.id = c.sitting
            left join security_person cn on cn.id = c.owner
            left join work_note o on o.id = (select min(q.id) %s)
            left join security_person onn on onn.id = o.person
            left join security_person g on g.id = (select min(x.id) from team_member m
                join security_person x on x.id = m.person where m.program = p.code and x.active = false)
            left join %s e on e.program = p.code
            """.formatted(NEVER, OPEN_NOTES, ENGAGED);

    private static final String COLUMNS = PARTS.stream().map(Part::column).collect(Collectors.joining(", "));
    private static final String SOURCES = PARTS.stream().map(Part::source).collect(Collectors.joining(",\n"));

    static final String LOCK_ALL = "select program from board_row order by program for update";

    private static final String UPDATE = "update board_row set version = version + 1, %s(" + COLUMNS + ") = (select "
            + SOURCES + SOURCE + " where p.code = board_row.program)";

    static final String UPDATE_ALL = UPDATE.formatted("");

    /** What comes from the models, by stage: no column of any table has it. */
    static final Map<String, List<String>> FIGURES = figures();

    /** A stage that has not moved keeps its figures: one statement for all, so that a database plans it once. */
    private static final String MOVED = FIGURES.entrySet().stream()
            .flatMap(stage -> stage.getValue().stream()
                    .map(one ->
                            one + " = case when :moved_" + stage.getKey() + " then :" + one + " else " + one + " end"))
            .collect(Collectors.joining(", "));

    static final String UPDATE_ONE = UPDATE.formatted(MOVED + ", ") + " where program = :program";

    static final String UPDATE_FIGURES = "update board_row set " + MOVED + " where program = :program";

    static final String INSERT_ALL = "insert into board_row (program, version, money_order, " + COLUMNS
            + ") select p.code, 1, " + UNKNOWN + ", " + SOURCES + SOURCE
            + " where not exists (select 1 from board_row b where b.program = p.code)";
    static final String INSERT = INSERT_ALL + " and p.code = :program";

    /** What comes from the models, before it is asked again of those that have begun. */
    static final String FORGET =
            "update board_row set investment = null, npv = null, npv_cash = null, agreement = null,"
                    + " overlap = null, recall = null, splits = null, money_order = " + UNKNOWN
                    + " where money_order <> " + UNKNOWN + " or agreement is not null or overlap is not null"
                    + " or recall is not null or splits is not null or npv is not null";

    static final String WITH_MODELS = """
            select b.program from board_row b where exists (select 1 from values_round x where x.program = b.program)
                or exists (select 1 from capabilities_round x where x.program = b.program)
                or exists (select 1 from maturity_round x where x.program = b.program)
                or exists (select 1 from roi_round x where x.program = b.program) order by b.program""";

    private BoardSql() {}

    private static String day(String at) {
        return "cast(floor(extract(epoch from " + at + ") / 86400) as integer)";
    }

    private static Map<String, List<String>> figures() {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        figures.put("values", List.of("overlap"));
        figures.put("capabilities", List.of("recall"));
        figures.put("maturity", List.of("agreement", "splits"));
        figures.put("roi", List.of("investment", "npv", "npv_cash", "money_order"));
        return figures;
    }
}
