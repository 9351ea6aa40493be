package org.waymark.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Renamed;
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
    private final Catalogue catalogue;
    private final Stages stages;
    private final Programs programs;
    private final Shown shown;
    private final Wording words;

    Drift(Evidence evidence, Catalogue catalogue, Stages stages, Programs programs, Shown shown, Wording words) {
        this.evidence = evidence;
        this.catalogue = catalogue;
        this.stages = stages;
        this.programs = programs;
        this.shown = shown;
        this.words = words;
    }

    /** One thing that reads otherwise now: where it stands, what it is, what was decided on and what it says today. */
    record Change(String where, String what, String was, String now) {}

    /** What changed since, and what is only called differently: a new name is no new answer. */
    record Difference(List<Change> changes, List<Renamed> renamed) {

        static final Difference NONE = new Difference(List.of(), List.of());
    }

    /** What changed since a gate was passed; nothing for every gate that is not. */
    Difference since(Sitting sitting) {
        Decision decision = sitting.decision();
        if (decision == null
                || !decision.passes()
                || !programs.stage(sitting.program(), sitting.stage()).isPassed()) {
            return Difference.NONE;
        }
        StageModel model = stages.of(sitting.stage());
        List<Change> changes = new ArrayList<>();
        List<Renamed> renamed = evidence.document(sitting.id())
                .map(then -> asDrawn(sitting, then, model, changes))
                .orElse(List.of());
        String currency = programs.get(sitting.program()).currency();
        facts(evidence.facts(sitting.id()), model.facts(sitting.program()), currency, changes);
        return new Difference(changes.size() > MOST ? changes.subList(0, MOST) : changes, renamed);
    }

    /** Compares in the language the copy was frozen in: a reader of another one has nothing to compare it with. */
    private List<Renamed> asDrawn(Sitting sitting, Document then, StageModel model, List<Change> changes) {
        Evidence.Drawn drawn = evidence.drawn(sitting.id());
        LocaleContext readers = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(drawn.language());
        try {
            Renames renames = new Renames(catalogue.renamedSince(drawn.wording()));
            documents(then, model, sitting.program(), renames, changes);
            return renames.met();
        } finally {
            LocaleContextHolder.setLocaleContext(readers);
        }
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

    private void documents(Document then, StageModel model, String program, Renames renames, List<Change> changes) {
        Document now = model.record(program);
        String elsewhere = model.elsewhere().isEmpty() ? "" : words.text(model.elsewhere());
        if (!renames.same(then.headline(), now.headline())) {
            changes.add(new Change(words.text("gate.drift.headline"), "", then.headline(), now.headline()));
        }
        Map<String, Section> today = new LinkedHashMap<>();
        now.sections().forEach(section -> today.putIfAbsent(section.heading(), section));
        for (Section old : then.sections()) {
            Section same = find(old.heading(), today, renames);
            if (same != null && !old.heading().equals(elsewhere)) {
                sections(old, same, renames, changes);
            }
        }
    }

    /** What is only listed in addition, such as a later measurement, changes nothing of what was decided on. */
    private void sections(Section then, Section now, Renames renames, List<Change> changes) {
        if (!renames.same(text(then.note()), text(now.note()))) {
            changes.add(new Change(then.heading(), "", text(then.note()), text(now.note())));
        }
        Map<String, Map<String, String>> is = rows(now);
        rows(then).forEach((name, cells) -> {
            Map<String, String> today = find(name, is, renames);
            if (today == null) {
                changes.add(new Change(then.heading(), name, words.text("gate.drift.there"), "–"));
                return;
            }
            Rewritten.inPercent(cells).forEach((column, cell) -> {
                String said = find(column, today, renames);
                if (said != null && !renames.same(cell, said)) {
                    changes.add(new Change(then.heading(), name + " · " + column, text(cell), text(said)));
                }
            });
        });
    }

    /** What stands under this name, or under the one it has today. */
    private static <T> @Nullable T find(String name, Map<String, T> today, Renames renames) {
        T same = today.get(name);
        return same != null
                ? same
                : today.keySet().stream()
                        .filter(other -> renames.same(name, other))
                        .findFirst()
                        .map(today::get)
                        .orElse(null);
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
