package org.waymark.portfolio;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.program.Program;
import org.waymark.security.People;
import org.waymark.security.Role;
import org.waymark.web.Refusal;

/**
 * The board: every program a person may see as a line of seven waymarks; three statements, however many programs. The
 * one projection that reads the rows of reviews and people itself: put together from what each package answers, a page
 * would cost two statements more and as many merges, and nothing of this may be used for anything but looking.
 */
@Service
public class Board {

    static final int PAGE = 50;
    static final int MOST = 200;
    private static final List<String> STATES = List.of("RUNNING", "COMPLETED", "STOPPED");
    private static final Map<String, String> SORTS = Map.of(
            "code", "p.code",
            "name", "lower(p.name), p.code",
            "launched", "p.launched_at desc, p.code",
            "state",
                    "case p.state when 'RUNNING' then 0 when 'STOPPED' then 1 else 2 end, case when exists"
                            + " (select 1 from program_stage g where g.program = p.code and g.state = 'AT_GATE')"
                            + " then 0 else 1 end, p.launched_at desc, p.code");

    private final JdbcClient jdbc;
    private final People people;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Board(JdbcClient jdbc, People people, WorkingCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What to show: text in code or name, state, stage, only late ones. */
    public record Filter(
            @Nullable String q,
            @Nullable String state,
            @Nullable String stage,
            boolean late) {

        static final Filter ALL = new Filter(null, null, null, false);
    }

    /** One waymark: PASSED, OPEN with its share done, AT_GATE, AHEAD and so on. */
    public record Mark(String stage, String state, int round, int percentDone, boolean late, int conditions) {}

    /** One program on the board. */
    public record Line(
            String code,
            String name,
            String state,
            String stage,
            String currency,
            List<Mark> marks,
            List<String> holders,
            int heldDays,
            @Nullable LocalDate nextGate,
            int slipDays,
            @Nullable BigDecimal npv) {

        public boolean isLate() {
            return slipDays > 0;
        }

        public boolean isAtGate() {
            return marks.stream().anyMatch(mark -> mark.state().equals("AT_GATE"));
        }
    }

    record Head(String code, String name, String state, String stage, String currency) {}

    record StageRow(
            String program,
            String stage,
            String state,
            int round,
            @Nullable OffsetDateTime since,
            @Nullable LocalDate planned,
            @Nullable LocalDate firstPlanned,
            int conditions,
            @Nullable BigDecimal npv) {}

    record Held(String program, String stage, @Nullable String holder, String state, OffsetDateTime created) {}

    @Transactional(readOnly = true)
    public List<Line> lines(String person, Filter filter, String sort, int page, int size) {
        if (size < 1 || size > MOST || page < 0) {
            throw Refusal.bad("portfolio.page", MOST).at("size");
        }
        List<Head> heads = heads(person, filter, sort, page, size);
        if (heads.isEmpty()) {
            return List.of();
        }
        List<String> codes = heads.stream().map(Head::code).toList();
        Map<String, List<StageRow>> stages = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.program, s.stage, s.state, s.round, s.since, s.planned, s.first_planned,
                            (select count(*) from gate_condition c join gate_sitting g on g.id = c.sitting
                                where g.program = s.program and g.stage = s.stage and c.state = 'OPEN') conditions,
                            (select f.measured from gate_finding f join gate_sitting g on g.id = f.sitting
                                where s.stage = 'roi' and g.program = s.program and g.stage = 'roi'
                                    and f.criterion = 'roi-positive' and g.number = (select max(h.number)
                                        from gate_sitting h where h.program = s.program and h.stage = 'roi')) npv
                        from program_stage s where s.program in (:codes) order by s.program, s.position
                        """)
                .param("codes", codes)
                .query(StageRow.class)
                .list()
                .forEach(row -> stages.computeIfAbsent(row.program(), any -> new ArrayList<>())
                        .add(row));
        Map<String, List<Held>> held = new LinkedHashMap<>();
        jdbc.sql("""
                        select w.program, w.stage, coalesce(h.name, w.assignee) holder, w.state, w.created from work_item w
                        left join security_person h on h.id = w.assignee
                        join program_stage s on s.program = w.program and s.stage = w.stage
                        where w.program in (:codes) and s.state in ('OPEN', 'AT_GATE', 'ON_HOLD')
                            and w.state in ('OPEN', 'DONE') and w.created >= s.since
                        order by w.created
                        """)
                .param("codes", codes)
                .query(Held.class)
                .list()
                .forEach(row -> held.computeIfAbsent(row.program(), any -> new ArrayList<>())
                        .add(row));
        return heads.stream()
                .map(head -> line(
                        head, stages.getOrDefault(head.code(), List.of()), held.getOrDefault(head.code(), List.of())))
                .filter(line -> !filter.late() || line.isLate())
                .toList();
    }

    /** The line of one program the reader may see. */
    @Transactional(readOnly = true)
    public Line line(Program program, String person) {
        return lines(person, new Filter(program.code(), null, null, false), "code", 0, MOST).stream()
                .filter(line -> line.code().equals(program.code()))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("program.unknown", program.code()));
    }

    @Transactional(readOnly = true)
    public long count(String person, Filter filter) {
        Where where = where(person, filter);
        return jdbc.sql("select count(*) from program p" + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private List<Head> heads(String person, Filter filter, String sort, int page, int size) {
        String order = SORTS.get(sort);
        if (order == null) {
            throw Refusal.bad("portfolio.sort", String.join(", ", SORTS.keySet()))
                    .at("sort");
        }
        Where where = where(person, filter);
        return jdbc.sql("select p.code, p.name, p.state, p.stage, p.currency from program p" + where.sql()
                        + " order by " + order + " offset :skip rows fetch first :size rows only")
                .params(where.params())
                .param("skip", (long) page * size)
                .param("size", size)
                .query(Head.class)
                .list();
    }

    private record Where(String sql, Map<String, Object> params) {}

    private Where where(String person, Filter filter) {
        StringBuilder sql = new StringBuilder(" where 1 = 1");
        Map<String, Object> params = new LinkedHashMap<>();
        Role role = people.get(person).role();
        if (role != Role.MANAGER && role != Role.AUDITOR) {
            sql.append(" and exists (select 1 from team_member m where m.program = p.code and m.person = :me)");
            params.put("me", person);
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            sql.append(" and (position(:q in lower(p.code)) > 0 or position(:q in lower(p.name)) > 0)");
            params.put("q", filter.q().strip().toLowerCase(Locale.ROOT));
        }
        if (filter.state() != null && !filter.state().isBlank()) {
            if (!STATES.contains(filter.state())) {
                throw Refusal.bad("portfolio.state", String.join(", ", STATES)).at("state");
            }
            sql.append(" and p.state = :state");
            params.put("state", filter.state());
        }
        if (filter.stage() != null && !filter.stage().isBlank()) {
            sql.append(" and p.stage = :stage");
            params.put("stage", filter.stage());
        }
        return new Where(sql.toString(), params);
    }

    private Line line(Head head, List<StageRow> stages, List<Held> held) {
        LocalDate today = LocalDate.now(clock);
        List<String> holders = held.stream()
                .filter(one -> one.state().equals("OPEN") && one.holder() != null)
                .map(one -> String.valueOf(one.holder()))
                .distinct()
                .toList();
        int heldDays = held.stream()
                .filter(one -> one.state().equals("OPEN"))
                .map(one -> calendar.workingDaysBetween(one.created().toLocalDate(), today, null))
                .reduce(0, Math::max);
        StageRow next = stages.stream()
                .filter(row -> !row.state().equals("PASSED") && !row.state().equals("STOPPED"))
                .findFirst()
                .orElse(null);
        boolean running = head.state().equals("RUNNING");
        List<Mark> marks = stages.stream()
                .map(row -> new Mark(
                        row.stage(),
                        row.state(),
                        row.round(),
                        percentDone(row, held),
                        running && row == next && slip(row, today) > 0,
                        row.conditions()))
                .toList();
        return new Line(
                head.code(),
                head.name(),
                head.state(),
                head.stage(),
                head.currency(),
                marks,
                running ? holders : List.of(),
                heldDays,
                running && next != null ? next.planned() : null,
                running && next != null ? slip(next, today) : 0,
                stages.stream()
                        .map(StageRow::npv)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Days a gate is late: beyond its first plan, by today or by the plan as it stands, whichever is later. */
    private int slip(StageRow row, LocalDate today) {
        if (row.firstPlanned() == null) {
            return 0;
        }
        LocalDate planned = row.planned() == null ? row.firstPlanned() : row.planned();
        LocalDate ends = planned.isBefore(today) ? today : planned;
        return ends.isAfter(row.firstPlanned()) ? calendar.workingDaysBetween(row.firstPlanned(), ends, null) : 0;
    }

    private static int percentDone(StageRow row, List<Held> held) {
        long all = held.stream().filter(one -> one.stage().equals(row.stage())).count();
        long done = held.stream()
                .filter(one -> one.stage().equals(row.stage()) && one.state().equals("DONE"))
                .count();
        return all == 0 ? 0 : (int) (done * 100 / (all + 1));
    }
}
