package org.waymark.model.operatingmodel;

import static org.waymark.stage.Document.Kind.NUMBER;
import static org.waymark.stage.Document.Kind.PERCENT;
import static org.waymark.stage.Document.Kind.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.web.Texts;

/** Draws the agreed operating model: the grid, the functions, the capacity, the decision rights, every item. */
@Component
class OperatingRecord {

    private final Picture picture;
    private final People people;
    private final Texts texts;

    OperatingRecord(Picture picture, People people, Texts texts) {
        this.picture = picture;
        this.people = people;
        this.texts = texts;
    }

    Document draw(String program, Round round, OperatingAgreement agreed) {
        List<Section> sections = new ArrayList<>();
        Score whole = round.score(item -> true);
        if (round.number() > 0) {
            sections.add(grid(round));
            sections.add(heat(program, round));
        }
        if (agreed.check().complete()) {
            sections.add(capacity(agreed.check()));
        }
        if (agreed.rightsWritten()) {
            sections.add(new Section(of("decisionRights"), agreed.decisionRights(), List.of(), List.of(), null));
        }
        if (round.number() > 0) {
            sections.add(items(round));
        }
        String headline = whole.answered() == 0
                ? of("empty")
                : texts.of(
                        "operatingmodel.record.headline",
                        whole.percent().orElse(BigDecimal.ZERO),
                        whole.answered(),
                        whole.items());
        return new Document(headline, sections);
    }

    private Section grid(Round round) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Column> columns = new ArrayList<>(List.of(column("c", TEXT)));
        List<Series> series = new ArrayList<>();
        List<Picture.Line> grid = Picture.grid(round);
        for (int i = 0; i < Round.VERBS.size(); i++) {
            int verb = i;
            String name = texts.of("operatingmodel.verb." + Round.VERBS.get(verb));
            columns.add(new Column(name, PERCENT));
            List<@Nullable BigDecimal> points = new ArrayList<>();
            grid.forEach(line -> points.add(line.cells().get(verb).percent().orElse(null)));
            series.add(new Series(name, points));
        }
        for (Picture.Line line : grid) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(texts.of("operatingmodel.c." + line.c()))));
            line.cells().forEach(cell -> row.add(percent(cell)));
            rows.add(row);
        }
        List<String> names =
                Round.CS.stream().map(c -> texts.of("operatingmodel.c." + c)).toList();
        return new Section(of("grid"), of("gridNote"), columns, rows, new Chart("bar", names, series));
    }

    private Section heat(String program, Round round) {
        List<List<Cell>> rows = picture.heat(program, round).stream()
                .map(heat -> List.of(
                        Cell.of(heat.function().name()),
                        Cell.of(heat.score().items()),
                        Cell.of(heat.score().standard()),
                        percent(heat.score())))
                .toList();
        return new Section(
                of("heat"),
                of("heatNote"),
                List.of(
                        column("function", TEXT),
                        column("items", NUMBER),
                        column("standard", NUMBER),
                        column("inPlace", PERCENT)),
                rows,
                null);
    }

    private Section capacity(Capacity check) {
        return new Section(
                of("capacity"),
                texts.of(
                        "operatingmodel.agents",
                        check.agentsNeeded().orElse(0),
                        check.agentsToday() == null ? BigDecimal.ZERO : check.agentsToday()),
                List.of(column("input", TEXT), column("number", NUMBER)),
                List.of(
                        row("weeklyVolume", check.weeklyVolume()),
                        share("relevantShare", check.relevantShare()),
                        share("coverage", check.coverage()),
                        share("automatedShare", check.automatedShare()),
                        row("minutesPerReply", check.minutesPerReply()),
                        row("hoursPerWeek", check.hoursPerWeek()),
                        row("agentsToday", check.agentsToday())),
                null);
    }

    private Section items(Round round) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ChecklistItem item : round.items()) {
            Answer answer = round.answer(item);
            String state = !round.counts(item)
                    ? of("waits")
                    : answer.state() == null ? of("unanswered") : texts.of("operatingmodel.state." + answer.state());
            rows.add(List.of(
                    Cell.of(item.id()),
                    Cell.of(texts.of("operatingmodel.c." + item.c())),
                    Cell.of(texts.of("operatingmodel.verb." + item.verb())),
                    Cell.of(item.statement()),
                    Cell.of(state),
                    answer.owned() ? Cell.of(people.nameOf(String.valueOf(answer.owner()))) : Cell.none(),
                    Cell.of(answer.applies() ? answer.evidence() : answer.reason())));
        }
        return new Section(
                of("checklist"),
                null,
                List.of(
                        column("item", TEXT),
                        column("c", TEXT),
                        column("verb", TEXT),
                        column("statement", TEXT),
                        column("state", TEXT),
                        column("owner", TEXT),
                        column("evidence", TEXT)),
                rows,
                null);
    }

    private List<Cell> row(String input, @Nullable BigDecimal number) {
        return List.of(Cell.of(texts.of("operatingmodel.capacity." + input)), Cell.of(number));
    }

    private List<Cell> share(String input, @Nullable BigDecimal share) {
        return List.of(
                Cell.of(texts.of("operatingmodel.capacity." + input)),
                share == null ? Cell.none() : Cell.of(Share.show(share)));
    }

    private static Cell percent(Score score) {
        return score.percent().map(Cell::of).orElseGet(Cell::none);
    }

    private Column column(String name, Kind kind) {
        return new Column(of(name), kind);
    }

    private String of(String key) {
        return texts.of("operatingmodel.record." + key);
    }
}
