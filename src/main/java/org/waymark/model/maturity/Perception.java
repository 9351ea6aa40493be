package org.waymark.model.maturity;

import static org.waymark.stage.Document.Kind.LEVEL;
import static org.waymark.stage.Document.Kind.NUMBER;
import static org.waymark.stage.Document.Kind.TEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** One person's own view beside the revealed ones: the sponsor's by group and before anybody else, a voter's afterwards. */
@Component
class Perception {

    private final Catalogue catalogue;
    private final Texts texts;

    Perception(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** "You 3, close to the customer 1", the widest gap first; middle votes only, of groups of three and more. */
    Section bySponsor(Round round, Map<String, @Nullable Integer> own) {
        List<String> groups = groups(round);
        List<Line> lines = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            lines.add(line(round, dimension, own.get(dimension.id())));
        }
        lines.sort(Comparator.comparingInt(Line::gap).reversed());
        List<Column> columns = new ArrayList<>(List.of(column("dimension"), new Column(text("you"), LEVEL)));
        groups.forEach(group -> columns.add(new Column(texts.of("maturity.group." + group), LEVEL)));
        columns.add(new Column(text("everybody"), LEVEL));
        columns.add(new Column(text("gap"), NUMBER));
        List<List<Cell>> rows = new ArrayList<>();
        for (Line line : lines) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(line.name()), level(line.own())));
            groups.forEach(group -> row.add(
                    line.groups().containsKey(group)
                            ? Cell.of(line.groups().get(group).lowerMedian())
                            : Cell.of(texts.of("maturity.verdict.TOO_FEW"))));
            row.add(level(line.everybody()));
            row.add(Cell.of(line.gap()));
            rows.add(row);
        }
        return new Section(text("sponsor"), text("sponsor.note"), columns, rows, null);
    }

    /** A voter's own answers beside the middle vote of everybody; only of a revealed round. */
    Section byVoter(Round round, Ballot own, Agreement agreed) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            rows.add(List.of(
                    Cell.of(dimension.name()),
                    level(own.votes().get(dimension.id())),
                    middle(round, dimension.id()),
                    level(agreed.level(dimension.id()).level()),
                    Cell.of(agreed.level(dimension.id()).reason())));
        }
        for (String years : Agreement.HORIZONS) {
            rows.add(List.of(
                    Cell.of(texts.of("maturity.horizon", years)),
                    level(own.wish().get(years)),
                    middle(round, Round.wish(years)),
                    level(agreed.ambition().get(years)),
                    Cell.none()));
        }
        return new Section(
                text("voter"),
                text("voter.note"),
                List.of(
                        column("dimension"),
                        new Column(text("you"), LEVEL),
                        new Column(text("everybody"), LEVEL),
                        new Column(text("agreed"), LEVEL),
                        column("reason")),
                rows,
                null);
    }

    private record Line(
            String name,
            @Nullable Integer own,
            Map<String, Spread> groups,
            @Nullable Integer everybody) {

        /** How many levels lie between the sponsor and the group farthest away, or everybody when no group is shown. */
        int gap() {
            Integer mine = own;
            if (mine == null) {
                return 0;
            }
            int all = everybody == null ? 0 : Math.abs(mine - everybody);
            return groups.values().stream()
                    .mapToInt(group -> Math.abs(mine - group.lowerMedian()))
                    .max()
                    .orElse(all);
        }
    }

    private static Line line(Round round, Dimension dimension, @Nullable Integer own) {
        Spread whole = round.spread(dimension.id());
        return new Line(
                dimension.name(), own, round.groups(dimension.id()), whole.showable() ? whole.lowerMedian() : null);
    }

    private List<String> groups(Round round) {
        TreeSet<String> groups = new TreeSet<>(Comparator.reverseOrder());
        catalogue
                .dimensions()
                .forEach(dimension -> groups.addAll(round.groups(dimension.id()).keySet()));
        return List.copyOf(groups);
    }

    private Cell middle(Round round, String topic) {
        return Optional.of(round.spread(topic))
                .filter(Spread::showable)
                .map(spread -> Cell.of(spread.lowerMedian()))
                .orElseGet(() -> Cell.of(texts.of("maturity.verdict.TOO_FEW")));
    }

    private static Cell level(@Nullable Integer level) {
        return level == null ? Cell.of("–") : Cell.of(Objects.requireNonNull(level));
    }

    private Column column(String name) {
        return new Column(texts.of("maturity.record." + name), TEXT);
    }

    private String text(String name) {
        return texts.of("maturity.perception." + name);
    }
}
