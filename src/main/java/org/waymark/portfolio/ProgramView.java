package org.waymark.portfolio;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Price;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;

/** One program as its people see it: stages, who holds what since when, the price of attention. */
@Service
public class ProgramView {

    private static final Duration OPENING = Duration.ofSeconds(30);

    private final Programs programs;
    private final Team team;
    private final Price price;
    private final WorkItems items;
    private final People people;
    private final Clock clock;

    ProgramView(Programs programs, Team team, Price price, WorkItems items, People people, Clock clock) {
        this.programs = programs;
        this.team = team;
        this.price = price;
        this.items = items;
        this.people = people;
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
                                    item.calledHere(),
                                    item.created(),
                                    item.due(),
                                    item.isOverdue(now)))
                            .toList()));
        }
        return lines;
    }

    /** Whether a program was launched so short a time ago that its first stage may still be opening. */
    public boolean opens(Program program) {
        return program.launchedAt().isAfter(OffsetDateTime.now(clock).minus(OPENING));
    }

    /** What the journey still asks of everybody, from where the program stands. */
    @Transactional(readOnly = true)
    public Price.Attention attention(Program program) {
        return price.of(team.members(program.code()), program.depth(), program.investmentBand(), program.begins());
    }
}
