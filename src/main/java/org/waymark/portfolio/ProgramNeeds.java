package org.waymark.portfolio;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.program.LaterParts;
import org.waymark.program.Program;
import org.waymark.stakeholder.Part;
import org.waymark.web.Texts;

/** What a program asks of whoever runs or sponsors it, told from its row of the board. */
@Component
class ProgramNeeds {

    private static final int OWNERLESS = 85;
    private static final int SOON_DUE = 7;
    private static final int STALLED = 14;

    private final LaterParts laterParts;
    private final BoardLines lines;
    private final WorkingCalendar calendar;
    private final Texts texts;
    private final Clock clock;

    ProgramNeeds(LaterParts laterParts, BoardLines lines, WorkingCalendar calendar, Texts texts, Clock clock) {
        this.laterParts = laterParts;
        this.lines = lines;
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    /** What its manager may do about it today, the heaviest first. */
    List<Needs.Need> managed(Pressing row, String reader) {
        List<Needs.Need> needs = new ArrayList<>();
        note(row, needs);
        if (row.gone() != null) {
            needs.add(new Needs.Need(
                    () -> texts.of("portfolio.need.handover.title", row.program(), String.valueOf(row.goneName())),
                    () -> texts.of("portfolio.need.handover"),
                    () -> texts.of("portfolio.need.handover.verb"),
                    "/programs/" + row.program() + "/hand-over/" + row.gone(),
                    OWNERLESS,
                    0,
                    row.program()));
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        String who = String.valueOf(row.dueName());
        boolean others = row.dueTask() != null && !reader.equals(row.duePerson());
        OffsetDateTime due = row.dueAt();
        if (others && due != null && due.isBefore(now)) {
            needs.add(need(
                    row,
                    70,
                    "waits",
                    () -> List.of(
                            who,
                            calendar.workingDaysBetween(due.toLocalDate(), today, null),
                            String.valueOf(row.dueCalled()),
                            row.openTasks() - 1)));
        }
        Integer splits = row.splits();
        if (splits != null && splits > 0 && row.stage().equals("maturity") && row.place() == 1) {
            needs.add(need(row, 68, "split", () -> List.of(splits)));
        }
        needs.addAll(unfilled(
                row.program(),
                laterParts.of(row.states(), row.heldParts(), row.depth().equals("LITE"))));
        OffsetDateTime decided = row.decidedAt() == null ? row.launchedAt() : row.decidedAt();
        int quiet = calendar.workingDaysBetween(decided.toLocalDate(), today, null);
        if (quiet > STALLED) {
            needs.add(
                    row.dueTask() == null
                            ? need(row, 62, "stalled-alone", () -> List.of(quiet))
                            : need(row, 62, "stalled", () -> List.of(quiet, who, String.valueOf(row.dueCalled()))));
        }
        if (row.plan().isLate(today)) {
            needs.add(need(
                    row,
                    58,
                    "late",
                    () -> List.of(
                            Math.max(1, lines.slip(row.plan(), today)),
                            String.valueOf(lines.rule(row.plan(), today)),
                            others ? 1 : 0,
                            who,
                            String.valueOf(row.dueCalled()))));
        }
        if (others && row.dueMissing() == 1 && row.dueGiven() > 1) {
            needs.add(need(row, 50, "one-left", () -> List.of(who, row.dueGiven(), row.dueGiven() + 1)));
        }
        return needs;
    }

    private void note(Pressing row, List<Needs.Need> needs) {
        Long note = row.noteId();
        if (note == null) {
            return;
        }
        LocalDate until = row.noteUntil();
        needs.add(new Needs.Need(
                () -> texts.of(
                        until == null ? "portfolio.need.question.title" : "portfolio.need.until.title",
                        row.program(),
                        String.valueOf(row.noteName()),
                        until == null ? "" : Date.valueOf(until)),
                () -> String.valueOf(row.noteWords()),
                () -> texts.of("portfolio.need.see-program"),
                "/programs/" + row.program(),
                75,
                note,
                row.program()));
    }

    /** A promise of an earlier gate that is due within a week or was due. */
    List<Needs.Need> conditions(Pressing row) {
        LocalDate today = LocalDate.now(clock);
        LocalDate due = row.conditionDue();
        String text = row.conditionText();
        String owner = row.conditionOwner();
        if (due == null || text == null || owner == null || due.isAfter(today.plusDays(SOON_DUE))) {
            return List.of();
        }
        boolean over = due.isBefore(today);
        return List.of(new Needs.Need(
                () -> texts.of(
                        over ? "portfolio.need.condition-late.title" : "portfolio.need.condition.title",
                        row.program(),
                        Date.valueOf(due)),
                () -> texts.of("portfolio.need.condition", text, owner),
                () -> texts.of("portfolio.need.see-gate"),
                "/programs/" + row.program() + "/gates/" + row.conditionStage(),
                over ? 85 : 55,
                0,
                row.program()));
    }

    /** Parts that a stage needs soon, in words for whoever may name people. */
    List<Needs.Need> unfilled(Program program) {
        return unfilled(program.code(), laterParts.of(program));
    }

    private List<Needs.Need> unfilled(String program, List<LaterParts.Unfilled> soon) {
        return soon.stream()
                .map(near -> new Needs.Need(
                        () -> texts.of(
                                "portfolio.need.parts.title",
                                program,
                                texts.of("stage." + near.stage()),
                                Date.valueOf(near.opens()),
                                near.parts().stream()
                                        .map(part -> texts.of("stakeholder.none." + part))
                                        .collect(Collectors.joining(", "))),
                        () -> texts.of(
                                near.parts().contains(Part.RATER)
                                        ? "portfolio.need.parts.raters"
                                        : "portfolio.need.parts"),
                        () -> texts.of("portfolio.need.parts.name"),
                        "/programs/" + program + "#team",
                        65,
                        0,
                        program))
                .toList();
    }

    /** A need from its texts: the title takes the program and the first figure, the reason all but the first. */
    private Needs.Need need(Pressing row, int weight, String key, Supplier<List<Object>> said) {
        return new Needs.Need(
                () -> worded("portfolio.need." + key + ".title", row, said),
                () -> worded("portfolio.need." + key, row, said),
                () -> texts.of("portfolio.need.see-program"),
                "/programs/" + row.program(),
                weight,
                0,
                row.program());
    }

    private String worded(String key, Pressing row, Supplier<List<Object>> said) {
        List<Object> all = new ArrayList<>();
        all.add(row.program());
        all.addAll(said.get());
        return texts.of(key, all.toArray());
    }
}
