package org.waymark.model.usecases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** Tells what was chosen, who agreed and when it will show. */
@Component
class UseCasesRecord {

    private static final int CHARTED = 10;

    private final UseCaseStore store;
    private final Catalogue catalogue;
    private final Priorities priorities;
    private final ChoosingView names;
    private final People people;
    private final Texts texts;

    UseCasesRecord(
            UseCaseStore store,
            Catalogue catalogue,
            Priorities priorities,
            ChoosingView names,
            People people,
            Texts texts) {
        this.store = store;
        this.catalogue = catalogue;
        this.priorities = priorities;
        this.names = names;
        this.people = people;
        this.texts = texts;
    }

    Document of(String program, Beginning beginning) {
        List<Choice> choices = store.choices(program);
        if (choices.isEmpty()) {
            return new Document(texts.of("usecases.record.nothing"), List.of());
        }
        Map<String, Priority> scores = priorities.of(program);
        List<Section> sections = new ArrayList<>();
        sections.add(wave(beginning));
        sections.add(answers(beginning.now(), store.agreements(program)));
        sections.add(all(choices, scores));
        sections.add(load(beginning.load()));
        return new Document(headline(beginning), sections);
    }

    private String headline(Beginning beginning) {
        int size = beginning.wave().size();
        if (size == 0) {
            return texts.of("usecases.record.headline.chosen", beginning.now().size());
        }
        if (beginning.unsigned() > 0) {
            return texts.of("usecases.record.headline.unsigned", size, beginning.unsigned());
        }
        return texts.of(
                "usecases.record.headline.signed",
                size,
                Beginning.beyondMarketing(beginning.waveChoices()).size(),
                beginning.quickWins());
    }

    private Section wave(Beginning beginning) {
        Map<String, Signatures> signatures = new LinkedHashMap<>();
        beginning.wave().forEach(both -> signatures.put(both.choice().useCase(), both));
        List<List<Cell>> rows = new ArrayList<>();
        for (Planned plan : beginning.planned()) {
            Signatures both = signatures.get(plan.useCase());
            if (both != null) {
                rows.add(List.of(
                        name(plan.useCase()),
                        function(both.choice().asking()),
                        function(both.choice().accepting()),
                        Cell.of(plan.firstResult().toString()),
                        Cell.of(plan.measure()),
                        Cell.of(texts.of(plan.quickWin() ? "web.yes" : "web.no")),
                        Cell.of(texts.of("usecases.state." + both.state()))));
            }
        }
        return new Section(
                texts.of("usecases.record.wave"),
                rows.isEmpty() ? texts.of("usecases.record.wave.none") : null,
                List.of(
                        column("use-case", Kind.TEXT),
                        column("asking", Kind.TEXT),
                        column("accepting", Kind.TEXT),
                        column("first-result", Kind.DATE),
                        column("measure", Kind.TEXT),
                        column("quick-win", Kind.TEXT),
                        column("signed", Kind.TEXT)),
                rows,
                null);
    }

    private Section answers(List<Choice> now, List<Agreement> agreements) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Choice choice : now) {
            Signatures both = Signatures.of(choice, agreements);
            for (Side side : Side.values()) {
                Agreement given = both.of(side).orElse(null);
                rows.add(List.of(
                        name(choice.useCase()),
                        Cell.of(texts.of("usecases.side." + side)),
                        function(choice.function(side)),
                        given == null ? Cell.none() : Cell.of(people.nameOf(given.person())),
                        Cell.of(texts.of("usecases.answer." + (given == null ? "NONE" : given.answer()))),
                        given == null ? Cell.none() : Cell.of(given.reason())));
            }
        }
        return new Section(
                texts.of("usecases.record.answers"),
                null,
                List.of(
                        column("use-case", Kind.TEXT),
                        column("side", Kind.TEXT),
                        column("team", Kind.TEXT),
                        column("person", Kind.TEXT),
                        column("answer", Kind.TEXT),
                        column("reason", Kind.TEXT)),
                rows,
                null);
    }

    private Section all(List<Choice> choices, Map<String, Priority> scores) {
        List<Choice> sorted = choices.stream()
                .filter(choice -> scores.containsKey(choice.useCase()))
                .sorted(Comparator.comparing(Choice::decision)
                        .thenComparing(choice -> scores.get(choice.useCase()), Priority.HIGHEST_FIRST))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (Choice choice : sorted) {
            Priority priority = Objects.requireNonNull(scores.get(choice.useCase()));
            rows.add(List.of(
                    name(choice.useCase()),
                    Cell.of(texts.of("usecases.decision." + choice.decision())),
                    Cell.of(priority.score()),
                    Cell.of(priority.points()),
                    Cell.of(texts.of("usecases.ready-of", priority.ready(), priority.needed())),
                    Cell.of(texts.of("usecases.effort." + priority.effort())),
                    Cell.of(choice.reason())));
        }
        return new Section(
                texts.of("usecases.record.all"),
                texts.of("usecases.record.all.note"),
                List.of(
                        column("use-case", Kind.TEXT),
                        column("decision", Kind.TEXT),
                        column("score", Kind.NUMBER),
                        column("points", Kind.NUMBER),
                        column("ready", Kind.TEXT),
                        column("effort", Kind.TEXT),
                        column("reason", Kind.TEXT)),
                rows,
                chart(scores));
    }

    private Document.Chart chart(Map<String, Priority> scores) {
        List<Priority> best = scores.values().stream()
                .sorted(Priority.HIGHEST_FIRST)
                .limit(CHARTED)
                .toList();
        List<@Nullable BigDecimal> points = new ArrayList<>();
        best.forEach(priority -> points.add(priority.score()));
        return new Document.Chart(
                "bar",
                best.stream()
                        .map(priority -> catalogue.useCase(priority.useCase()).name())
                        .toList(),
                List.of(new Document.Series(texts.of("usecases.column.score"), points)));
    }

    private Section load(Load load) {
        List<List<Cell>> rows = new ArrayList<>();
        load.perLeader()
                .forEach((leader, carried) ->
                        rows.add(List.of(Cell.of(people.nameOf(leader)), Cell.of(carried.size()))));
        return new Section(
                texts.of("usecases.record.load"),
                texts.of("usecases.record.load.note"),
                List.of(column("person", Kind.TEXT), column("carries", Kind.NUMBER)),
                rows,
                null);
    }

    private Cell name(String useCase) {
        return Cell.of(catalogue.useCase(useCase).name());
    }

    private Cell function(@Nullable String id) {
        return id == null ? Cell.none() : Cell.of(names.functionName(id));
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("usecases.column." + key), kind);
    }
}
