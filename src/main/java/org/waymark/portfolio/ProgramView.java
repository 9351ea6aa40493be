package org.waymark.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Price;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.security.People;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;

/** One program as its people see it: stages, who holds what since when, the four measures, the price of attention. */
@Service
public class ProgramView {

    private final Programs programs;
    private final Team team;
    private final Stages stages;
    private final Price price;
    private final WorkItems items;
    private final People people;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProgramView(
            Programs programs,
            Team team,
            Stages stages,
            Price price,
            WorkItems items,
            People people,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            Clock clock) {
        this.programs = programs;
        this.team = team;
        this.stages = stages;
        this.price = price;
        this.items = items;
        this.people = people;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who has a task, since when, and whether it is late. */
    public record Holder(
            String person,
            String task,
            OffsetDateTime since,
            @Nullable OffsetDateTime due,
            boolean late) {}

    /** A stage with who holds it. */
    public record StageLine(StageState state, List<Holder> holders) {}

    /** The four DCFTS questions as four figures that are never merged (dcfts.md 4.2). */
    public record Measures(
            Map<String, String> alignment, Engagement engagement, Progress progress, Momentum momentum) {}

    /** Of the people asked in the last 30 days, how many answered, and from how many functions. */
    public record Engagement(int answered, int asked, int functions, int functionsInTeam) {}

    /** Gates passed of all gates. */
    public record Progress(int gatesPassed, int gates) {}

    /** Working days since the last decision at a gate; absent while nothing has been decided. */
    public record Momentum(@Nullable Integer workingDaysSinceDecision) {}

    @Transactional(readOnly = true)
    public List<StageLine> lines(String code) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<WorkItem> open = items.open(code);
        List<StageLine> lines = new ArrayList<>();
        for (StageState state : programs.stages(code)) {
            lines.add(new StageLine(
                    state,
                    open.stream()
                            .filter(item -> item.stage().equals(state.stage()))
                            .map(item -> new Holder(
                                    item.assignee() == null ? "" : people.nameOf(item.assignee()),
                                    item.name(),
                                    item.created(),
                                    item.due(),
                                    item.isOverdue(now)))
                            .toList()));
        }
        return lines;
    }

    @Transactional(readOnly = true)
    public Measures measures(String code) {
        Map<String, String> alignment = new LinkedHashMap<>();
        for (StageModel model : stages.inOrder()) {
            model.measures(code).forEach((name, figure) -> alignment.putIfAbsent(name, figure));
        }
        alignment.remove("npv");
        alignment.remove("currency");
        List<StageState> states = programs.stages(code);
        int passed = (int) states.stream().filter(StageState::isPassed).count();
        LocalDate today = LocalDate.now(clock);
        Integer since = states.stream()
                .map(StageState::decidedAt)
                .filter(java.util.Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .map(last -> calendar.workingDaysBetween(last.toLocalDate(), today, null))
                .orElse(null);
        return new Measures(alignment, engagement(code), new Progress(passed, states.size()), new Momentum(since));
    }

    private Engagement engagement(String code) {
        OffsetDateTime from = OffsetDateTime.now(clock).minusDays(30);
        List<Asked> rows = jdbc.sql("""
                        select w.assignee, w.ended_by from work_item w
                        where w.program = :program and (w.created >= :from or w.ended >= :from or w.state = 'OPEN')
                        """)
                .param("program", code)
                .param("from", from)
                .query(Asked.class)
                .list();
        List<String> answered = rows.stream()
                .map(Asked::endedBy)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        List<String> asked = rows.stream()
                .map(row -> row.endedBy() != null ? row.endedBy() : row.assignee())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        List<Member> members = team.members(code);
        return new Engagement(
                answered.size(),
                asked.size(),
                functions(members, answered),
                functions(members, members.stream().map(Member::person).toList()));
    }

    private static int functions(List<Member> members, List<String> persons) {
        return (int) members.stream()
                .filter(member -> persons.contains(member.person()) && member.function() != null)
                .map(Member::function)
                .distinct()
                .count();
    }

    record Asked(@Nullable String assignee, @Nullable String endedBy) {}

    /** What the journey still asks of everybody, from where the program stands. */
    @Transactional(readOnly = true)
    public Price.Attention attention(Program program) {
        return price.of(team.members(program.code()), program.depth(), program.investmentBand(), program.begins());
    }
}
