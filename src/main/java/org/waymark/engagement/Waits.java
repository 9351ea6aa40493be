package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.Diagrams;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.stage.Stages;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** What a program waits for at this moment, element by element of its diagrams, each with the reason in a sentence. */
@Service
public class Waits {

    private final Diagrams diagrams;
    private final WorkItems items;
    private final Programs programs;
    private final Stages stages;
    private final MeasureWords words;
    private final Measures measures;
    private final JdbcClient jdbc;
    private final Texts texts;

    Waits(
            Diagrams diagrams,
            WorkItems items,
            Programs programs,
            Stages stages,
            MeasureWords words,
            Measures measures,
            JdbcClient jdbc,
            Texts texts) {
        this.diagrams = diagrams;
        this.items = items;
        this.programs = programs;
        this.stages = stages;
        this.words = words;
        this.measures = measures;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** One element that waits: whose task, which vote or which date it waits for. */
    public record Wait(String element, String what, String why, boolean late) {}

    /** One diagram in flight with what waits in it. */
    public record Drawn(String diagram, String name, List<Wait> waits) {}

    /** The journey first, then the stage or gate in flight. */
    @Transactional(readOnly = true)
    public List<Drawn> of(Program program, ZoneId zone) {
        List<WorkItem> open = items.open(program.code());
        Map<String, StageState> states = new LinkedHashMap<>();
        programs.stages(program.code()).forEach(state -> states.put(state.stage(), state));
        List<Drawn> drawn = new ArrayList<>();
        for (Diagrams.Position position : diagrams.positions(program.code())) {
            Map<String, Wait> waits = new LinkedHashMap<>();
            for (String id : position.waiting()) {
                String element = id.replace("#multiInstanceBody", "");
                waits.computeIfAbsent(element, any -> wait(program, position.diagram(), element, open, states, zone));
            }
            drawn.add(new Drawn(position.diagram(), name(position.diagram()), List.copyOf(waits.values())));
        }
        return drawn;
    }

    private Wait wait(
            Program program,
            String diagram,
            String element,
            List<WorkItem> open,
            Map<String, StageState> states,
            ZoneId zone) {
        List<WorkItem> here =
                open.stream().filter(item -> item.taskKey().equals(element)).toList();
        if (!here.isEmpty()) {
            return task(program, element, here, zone);
        }
        for (String stage : stages.ids()) {
            StageState state = states.get(stage);
            if (diagram.equals("journey") && state != null && element.equals(camel(stage) + "Stage")) {
                return new Wait(element, texts.of("stage." + stage), stage(state, zone), false);
            }
            if (diagram.equals("journey") && state != null && element.equals(camel(stage) + "Gate")) {
                String what = texts.of("engagement.wait.gate.name", texts.of("stage." + stage));
                LocalDate planned = state.planned();
                String why = state.state().equals("ON_HOLD")
                        ? hold(program.code(), stage)
                        : planned == null
                                ? texts.of("engagement.wait.gate.open")
                                : texts.of("engagement.wait.gate", day(planned));
                return new Wait(element, what, why, false);
            }
        }
        if (element.equals("holdEnds") || element.equals("holdUntil") || element.equals("gateResumed")) {
            return new Wait(element, texts.of("stage.state.ON_HOLD"), hold(program.code(), program.stage()), false);
        }
        return new Wait(element, texts.of("engagement.wait.moving.name"), texts.of("engagement.wait.moving"), false);
    }

    private String stage(StageState state, ZoneId zone) {
        OffsetDateTime since = state.since();
        LocalDate planned = state.planned();
        return since == null || planned == null
                ? texts.of("engagement.wait.stage.open")
                : texts.of("engagement.wait.stage", day(since.atZoneSameInstant(zone)), day(planned));
    }

    private Wait task(Program program, String key, List<WorkItem> here, ZoneId zone) {
        WorkItem first = here.get(0);
        List<WorkItem> all = items.all(program.code(), key, first.instance());
        long done = all.stream().filter(item -> item.state().equals("DONE")).count();
        String who = words.named(here.stream()
                .map(WorkItem::assignee)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList());
        OffsetDateTime due = first.due();
        String by = due == null ? "" : day(due.atZoneSameInstant(zone));
        boolean late = here.stream().anyMatch(item -> item.isOverdue(measures.now()));
        String why = key.equals("decideGate")
                ? texts.of("engagement.wait.vote", done, done + here.size(), who, by)
                : done + here.size() > 1
                        ? texts.of("engagement.wait.round", done, done + here.size(), who, by)
                        : texts.of(
                                "engagement.wait.task", who, day(first.created().atZoneSameInstant(zone)), by);
        return new Wait(key, first.calledHere(), late ? why + " " + texts.of("engagement.wait.late") : why, late);
    }

    private String hold(String program, String stage) {
        LocalDate until = jdbc.sql("""
                        select hold_until from gate_sitting where program = :program and stage = :stage
                            and hold_until is not null order by number desc fetch first 1 rows only
                        """)
                .param("program", program)
                .param("stage", stage)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        return until == null ? texts.of("engagement.wait.hold.open") : texts.of("engagement.wait.hold", day(until));
    }

    private String name(String diagram) {
        return diagram.startsWith("stage-")
                ? texts.of("stage." + diagram.substring("stage-".length()))
                : texts.of("engagement.diagram." + diagram);
    }

    private static String camel(String stage) {
        StringBuilder camel = new StringBuilder();
        boolean up = false;
        for (char letter : stage.toCharArray()) {
            if (letter == '-') {
                up = true;
            } else {
                camel.append(up ? Character.toUpperCase(letter) : letter);
                up = false;
            }
        }
        return camel.toString();
    }

    private static String day(@Nullable TemporalAccessor at) {
        return Dates.here().day(at);
    }
}
