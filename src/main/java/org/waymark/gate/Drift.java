package org.waymark.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.program.Programs;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Fact;
import org.waymark.stage.Shown;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;

/** How what a gate decided on differs from what the stage says today: the frozen copy beside the record as it stands. */
@Component
class Drift {

    private static final int MOST = 40;

    private final Evidence evidence;
    private final Stages stages;
    private final Programs programs;
    private final Shown shown;
    private final Wording words;

    Drift(Evidence evidence, Stages stages, Programs programs, Shown shown, Wording words) {
        this.evidence = evidence;
        this.stages = stages;
        this.programs = programs;
        this.shown = shown;
        this.words = words;
    }

    /** One thing that reads otherwise now: where it stands, what it is, what was decided on and what it says today. */
    record Change(String where, String what, String was, String now) {}

    /** What changed since a gate was passed; empty for every gate that is not. */
    List<Change> since(Sitting sitting) {
        Decision decision = sitting.decision();
        if (decision == null
                || !decision.passes()
                || !programs.stage(sitting.program(), sitting.stage()).isPassed()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        evidence.document(sitting.id())
                .ifPresent(then -> documents(then, stages.of(sitting.stage()), sitting.program(), changes));
        String currency = programs.get(sitting.program()).currency();
        facts(evidence.facts(sitting.id()), stages.of(sitting.stage()).facts(sitting.program()), currency, changes);
        return changes.size() > MOST ? changes.subList(0, MOST) : changes;
    }

    private void facts(List<Fact> then, List<Fact> now, String currency, List<Change> changes) {
        Map<String, BigDecimal> was = then.stream().collect(Collectors.toMap(Fact::name, Fact::value, (a, b) -> b));
        for (Fact fact : now) {
            BigDecimal old = was.get(fact.name());
            String label = words.textOr("gate.figure." + fact.name(), "");
            if (old != null && old.compareTo(fact.value()) != 0 && !label.isEmpty()) {
                changes.add(new Change(
                        words.text("gate.drift.figures"),
                        label,
                        words.value(old, fact.unit(), currency),
                        words.value(fact.value(), fact.unit(), currency)));
            }
        }
    }

    private void documents(Document then, StageModel model, String program, List<Change> changes) {
        Document now = model.record(program);
        String elsewhere = model.elsewhere().isEmpty() ? "" : words.text(model.elsewhere());
        if (!then.headline().equals(now.headline())) {
            changes.add(new Change(words.text("gate.drift.headline"), "", then.headline(), now.headline()));
        }
        Map<String, Section> today = new LinkedHashMap<>();
        now.sections().forEach(section -> today.putIfAbsent(section.heading(), section));
        for (Section old : then.sections()) {
            Section same = today.get(old.heading());
            if (same != null && !old.heading().equals(elsewhere)) {
                sections(old, same, changes);
            }
        }
    }

    /** What is only listed in addition, such as a later measurement, changes nothing of what was decided on. */
    private void sections(Section then, Section now, List<Change> changes) {
        if (!Objects.equals(then.note(), now.note())) {
            changes.add(new Change(then.heading(), "", text(then.note()), text(now.note())));
        }
        Map<String, Map<String, String>> was = rows(then);
        Map<String, Map<String, String>> is = rows(now);
        was.forEach((name, cells) -> {
            Map<String, String> today = is.get(name);
            if (today == null) {
                changes.add(new Change(then.heading(), name, words.text("gate.drift.there"), "–"));
                return;
            }
            cells.forEach((column, cell) -> {
                String said = today.get(column);
                if (said != null && !said.equals(cell)) {
                    changes.add(new Change(then.heading(), name + " · " + column, text(cell), text(said)));
                }
            });
        });
    }

    /** The rows by their first cell; the second of the same name is told apart by a number. */
    private Map<String, Map<String, String>> rows(Section section) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (List<Cell> row : section.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int at = 1; at < row.size() && at < section.columns().size(); at++) {
                Document.Column column = section.columns().get(at);
                cells.put(column.label(), shown.cell(row.get(at), column.kind()));
            }
            String name = row.isEmpty()
                    ? ""
                    : shown.cell(row.get(0), section.columns().get(0).kind());
            String key = name;
            for (int again = 2; rows.containsKey(key); again++) {
                key = name + " (" + again + ")";
            }
            rows.put(key, cells);
        }
        return rows;
    }

    private static String text(@Nullable String said) {
        return Optional.ofNullable(said).filter(words -> !words.isBlank()).orElse("–");
    }
}
