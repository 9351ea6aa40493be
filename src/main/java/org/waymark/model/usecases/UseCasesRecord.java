package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    private final UseCaseStore store;
    private final UseCaseBook book;
    private final Priorities priorities;
    private final Ranking ranking;
    private final ChoosingView names;
    private final People people;
    private final Texts texts;

    UseCasesRecord(
            UseCaseStore store,
            UseCaseBook book,
            Priorities priorities,
            Ranking ranking,
            ChoosingView names,
            People people,
            Texts texts) {
        this.store = store;
        this.book = book;
        this.priorities = priorities;
        this.ranking = ranking;
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
        sections.add(wave(program, beginning));
        sections.add(answers(program, beginning.now(), store.agreements(program)));
        sections.add(ranking.of(program, choices, scores));
        sections.add(load(program, beginning.load()));
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

    private Section wave(String program, Beginning beginning) {
        Set<String> ready = priorities.ready(program);
        Map<String, Signatures> signatures = new LinkedHashMap<>();
        beginning.wave().forEach(both -> signatures.put(both.choice().useCase(), both));
        List<List<Cell>> rows = new ArrayList<>();
        for (Planned plan : beginning.planned()) {
            Signatures both = signatures.get(plan.useCase());
            if (both != null) {
                rows.add(List.of(
                        name(program, plan.useCase()),
                        function(both.choice().asking()),
                        function(both.choice().accepting()),
                        Cell.of(plan.firstResult().toString()),
                        Cell.of(plan.measure()),
                        Cell.of(texts.of(plan.quickWin() ? "web.yes" : "web.no")),
                        Cell.of(texts.of("usecases.state." + both.state())),
                        Cell.of(starts(program, plan.useCase(), ready))));
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
                        column("signed", Kind.TEXT),
                        column("starts", Kind.TEXT)),
                rows,
                null);
    }

    private Section answers(String program, List<Choice> now, List<Agreement> agreements) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Choice choice : now) {
            Signatures both = Signatures.of(choice, agreements);
            for (Side side : Side.values()) {
                Agreement given = both.of(side).orElse(null);
                rows.add(List.of(
                        name(program, choice.useCase()),
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

    private Section load(String program, Load load) {
        List<List<Cell>> rows = new ArrayList<>();
        load.perLeader()
                .forEach((leader, carried) -> rows.add(List.of(
                        Cell.of(people.nameOf(leader)),
                        Cell.of(carried.size()),
                        Cell.of(carried.stream()
                                .map(useCase -> book.nameOf(program, useCase))
                                .collect(Collectors.joining(", "))))));
        return new Section(
                texts.of("usecases.record.load"),
                texts.of("usecases.record.load.note"),
                List.of(column("person", Kind.TEXT), column("carries", Kind.NUMBER), column("which", Kind.TEXT)),
                rows,
                null);
    }

    /** The capabilities that are not there yet, or that nothing stands in the way. */
    private String starts(String program, String useCase, Set<String> ready) {
        String absent = priorities.notReady(book.get(program, useCase), ready);
        return absent.isEmpty() ? texts.of("usecases.starts.now") : texts.of("usecases.starts.when", absent);
    }

    private Cell name(String program, String useCase) {
        return Cell.of(book.nameOf(program, useCase));
    }

    private Cell function(@Nullable String id) {
        return id == null ? Cell.none() : Cell.of(names.functionName(id));
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("usecases.column." + key), kind);
    }
}
