package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.stage.Ask;
import org.waymark.stage.Stages;
import org.waymark.web.Texts;

/** Finds the one thing that holds most others in a program, and says it in a sentence. */
@Service
public class Stalls {

    private final WorkItems items;
    private final Programs programs;
    private final Stages stages;
    private final Measures measures;
    private final MeasureWords words;
    private final WorkingCalendar calendar;
    private final Texts texts;

    Stalls(
            WorkItems items,
            Programs programs,
            Stages stages,
            Measures measures,
            MeasureWords words,
            WorkingCalendar calendar,
            Texts texts) {
        this.items = items;
        this.programs = programs;
        this.stages = stages;
        this.measures = measures;
        this.words = words;
        this.calendar = calendar;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public Optional<Stall> of(String program) {
        return Stall.of(items.open(program), steps(program), measures.now());
    }

    /** What waits behind one open task. */
    @Transactional(readOnly = true)
    public Stall behind(String program, WorkItem item) {
        return Stall.behind(List.of(item), steps(program), measures.now());
    }

    private List<Stall.Step> steps(String program) {
        Map<String, StageState> states =
                programs.stages(program).stream().collect(Collectors.toMap(StageState::stage, Function.identity()));
        return stages.inOrder().stream()
                .map(stage -> new Stall.Step(
                        stage.stage(),
                        states.get(stage.stage()) != null
                                && states.get(stage.stage()).isPassed(),
                        stage.asks().stream().map(Ask::task).toList()))
                .toList();
    }

    /** "Weigh the values" holds 7 gates and 18 later tasks; who has it, and how late it is. */
    public String sentence(Stall stall) {
        OffsetDateTime due = stall.due();
        LocalDate today = measures.now().toLocalDate();
        String who = words.named(stall.people());
        String held = texts.of("engagement.stall", stall.what(), stall.gates(), stall.tasks());
        return held + " "
                + (stall.late() && due != null
                        ? texts.of(
                                "engagement.stall.late",
                                who,
                                calendar.workingDaysBetween(due.toLocalDate(), today, null))
                        : texts.of(
                                "engagement.stall.with",
                                who,
                                calendar.workingDaysBetween(stall.since().toLocalDate(), today, null)));
    }
}
