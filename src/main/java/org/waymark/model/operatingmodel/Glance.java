package org.waymark.model.operatingmodel;

import static org.waymark.stage.Document.Kind.NUMBER;
import static org.waymark.stage.Document.Kind.PERCENT;
import static org.waymark.stage.Document.Kind.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Chart;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Document.Series;
import org.waymark.web.Texts;

/** The two heat maps of the operating model: five Cs by three verbs, and eleven functions by five Cs. */
@Component("operatingmodelGlance")
class Glance {

    private final Catalogue catalogue;
    private final Texts texts;

    Glance(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** In percent: standard everywhere plus half of some teams, of the statements that apply (dcfts.md 3.6). */
    Section grid(Round round) {
        List<Column> columns = new ArrayList<>(List.of(new Column(of("c"), TEXT)));
        List<Series> series = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        List<Picture.Line> grid = Picture.grid(round);
        for (int i = 0; i < Round.VERBS.size(); i++) {
            int verb = i;
            String name = texts.of("operatingmodel.verb." + Round.VERBS.get(verb));
            columns.add(new Column(name, PERCENT));
            series.add(new Series(
                    name,
                    grid.stream().map(line -> share(line.cells().get(verb))).collect(Collectors.toList())));
        }
        for (Picture.Line line : grid) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(texts.of("operatingmodel.c." + line.c()))));
            line.cells().forEach(cell -> row.add(Cell.of(share(cell))));
            rows.add(row);
        }
        return new Section(of("grid"), of("gridNote"), columns, rows, new Chart("heat", cs(), series));
    }

    /** What moved since the round before, function by function: in place then and now, in percentage points. */
    Section movement(List<Picture.Heat> then, List<Picture.Heat> now, int before) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < now.size(); at++) {
            BigDecimal was = share(then.get(at).score());
            BigDecimal is = share(now.get(at).score());
            rows.add(List.of(
                    Cell.of(now.get(at).function().name()),
                    Cell.of(was),
                    Cell.of(is),
                    was == null || is == null ? Cell.none() : Cell.of(is.subtract(was))));
        }
        return new Section(
                texts.of("operatingmodel.record.movement", before),
                of("movementNote"),
                List.of(
                        new Column(of("function"), TEXT),
                        new Column(of("then"), PERCENT),
                        new Column(of("now"), PERCENT),
                        new Column(of("shift"), NUMBER)),
                rows,
                null);
    }

    /** In percent, of the statements a function leads or one of its people owns; who has nothing in place is named. */
    Section heat(List<Picture.Heat> heats) {
        List<Series> series = new ArrayList<>();
        List<Column> columns = new ArrayList<>(List.of(new Column(of("function"), TEXT)));
        List<String> cs = cs();
        for (int i = 0; i < cs.size(); i++) {
            int c = i;
            columns.add(new Column(cs.get(c), PERCENT));
            series.add(new Series(
                    cs.get(c),
                    heats.stream().map(heat -> share(heat.cells().get(c))).collect(Collectors.toList())));
        }
        columns.add(new Column(of("items"), NUMBER));
        columns.add(new Column(of("standard"), NUMBER));
        columns.add(new Column(of("inPlace"), PERCENT));
        List<List<Cell>> rows = new ArrayList<>();
        for (Picture.Heat heat : heats) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(heat.function().name())));
            heat.cells().forEach(cell -> row.add(Cell.of(share(cell))));
            row.add(Cell.of(heat.score().items()));
            row.add(Cell.of(heat.score().standard()));
            row.add(Cell.of(share(heat.score())));
            rows.add(row);
        }
        List<String> empty = heats.stream()
                .filter(Picture.Heat::empty)
                .map(heat -> heat.function().name())
                .toList();
        String finding = empty.isEmpty()
                ? of("heatFull")
                : texts.of("operatingmodel.record.heatEmpty", empty.size(), String.join(", ", empty));
        return new Section(
                of("heat"),
                finding + " " + of("heatNote"),
                columns,
                rows,
                new Chart(
                        "heat",
                        heats.stream().map(heat -> heat.function().name()).toList(),
                        series));
    }

    String function(String id) {
        return catalogue.functions().stream()
                .filter(function -> function.id().equals(id))
                .map(org.waymark.catalogue.Function::name)
                .findFirst()
                .orElse(id);
    }

    private List<String> cs() {
        return Round.CS.stream().map(c -> texts.of("operatingmodel.c." + c)).toList();
    }

    private static @Nullable BigDecimal share(Score score) {
        return score.percent().orElse(null);
    }

    private String of(String key) {
        return texts.of("operatingmodel.record." + key);
    }
}
