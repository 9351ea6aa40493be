package org.waymark.workshop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Pilots;
import org.waymark.program.Programs;
import org.waymark.program.Sketches;
import org.waymark.program.StageState;

/** A half-day pilot from its first day to its last gate: the session, what is sketched, and where each gate stands. */
@Service
public class PilotRuns {

    private final Workshops workshops;
    private final Pilots pilots;
    private final Sketches sketches;
    private final EarlyOpenings early;
    private final Programs programs;
    private final WorkItems items;

    PilotRuns(
            Workshops workshops,
            Pilots pilots,
            Sketches sketches,
            EarlyOpenings early,
            Programs programs,
            WorkItems items) {
        this.workshops = workshops;
        this.pilots = pilots;
        this.sketches = sketches;
        this.early = early;
        this.programs = programs;
        this.items = items;
    }

    /** One model on its way: how far the room and the people are, where its gate stands and whom it waits for. */
    record Line(
            StageState stage,
            Sketches.@Nullable Progress sketched,
            EarlyOpenings.@Nullable Standing early,
            List<WorkItem> waiting) {}

    /** Starts the pilot and prepares its half day with everything that can be asked before it. */
    @Transactional
    public void start(String code, @Nullable LocalDate day, String facilitator, String manager) {
        if (pilots.start(code, facilitator, manager)) {
            workshops.prepare(code, Format.HALF.name(), day, null, facilitator, manager);
        }
    }

    /** The seven models in the order of their gates. */
    List<Line> lines(String code) {
        List<Sketches.Progress> progress = sketches.progress(code);
        List<EarlyOpenings.Standing> standings = early.standing(code);
        List<WorkItem> open = items.open(code);
        List<Line> lines = new ArrayList<>();
        for (StageState stage : programs.stages(code)) {
            lines.add(new Line(
                    stage,
                    progress.stream()
                            .filter(one -> one.stage().equals(stage.stage()))
                            .findFirst()
                            .orElse(null),
                    standings.stream()
                            .filter(one -> one.opening().stage().equals(stage.stage()))
                            .findFirst()
                            .orElse(null),
                    stage.isPassed()
                            ? List.of()
                            : open.stream()
                                    .filter(item -> item.stage().equals(stage.stage()) && item.assignee() != null)
                                    .toList()));
        }
        return lines;
    }
}
