package org.waymark.model.usecases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** Every use case with its decision, its score and the parts the score is made of. */
@Component
class Ranking {

    private static final int CHARTED = 10;

    private final UseCaseBook book;
    private final Priorities priorities;
    private final Texts texts;

    Ranking(UseCaseBook book, Priorities priorities, Texts texts) {
        this.book = book;
        this.priorities = priorities;
        this.texts = texts;
    }

    Section of(String program, List<Choice> choices, Map<String, Priority> scores) {
        List<Choice> sorted = choices.stream()
                .filter(choice -> scores.containsKey(choice.useCase()))
                .sorted(Comparator.comparing(Choice::decision)
                        .thenComparing(choice -> scores.get(choice.useCase()), Priority.HIGHEST_FIRST))
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (Choice choice : sorted) {
            Priority priority = Objects.requireNonNull(scores.get(choice.useCase()));
            rows.add(List.of(
                    Cell.of(book.nameOf(program, choice.useCase())),
                    Cell.of(texts.of("usecases.decision." + choice.decision())),
                    Cell.of(priority.score()),
                    Cell.of(priority.whenReady()),
                    Cell.of(priority.points()),
                    Cell.of(priorities.served(program, priority)),
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
                        column("score-today", Kind.NUMBER),
                        column("score-ready", Kind.NUMBER),
                        column("points", Kind.NUMBER),
                        column("served", Kind.TEXT),
                        column("ready", Kind.TEXT),
                        column("effort", Kind.TEXT),
                        column("reason", Kind.TEXT)),
                rows,
                chart(program, scores));
    }

    private Document.Chart chart(String program, Map<String, Priority> scores) {
        List<Priority> best = scores.values().stream()
                .sorted(Priority.HIGHEST_FIRST)
                .limit(CHARTED)
                .toList();
        List<@Nullable BigDecimal> today = new ArrayList<>();
        List<@Nullable BigDecimal> ready = new ArrayList<>();
        best.forEach(priority -> {
            today.add(priority.score());
            ready.add(priority.whenReady());
        });
        return new Document.Chart(
                "bar",
                best.stream()
                        .map(priority -> book.nameOf(program, priority.useCase()))
                        .toList(),
                List.of(
                        new Document.Series(texts.of("usecases.column.score-today"), today),
                        new Document.Series(texts.of("usecases.column.score-ready"), ready)));
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("usecases.column." + key), kind);
    }
}
