package org.waymark.model.maturity;

import static org.waymark.stage.Document.Kind.LEVEL;
import static org.waymark.stage.Document.Kind.NUMBER;
import static org.waymark.stage.Document.Kind.TEXT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.catalogue.Function;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Figures;
import org.waymark.web.Texts;

/**
 * What moved between two revealed rounds, by dimension, by group and by function: middle votes and levels (1 to 4) and agreement (0 to
 * 1), this round's less the earlier one's (dcfts.md 3.3, shift). What is too small in either round is left out.
 */
@Component
class MovementRecord {

    private final Catalogue catalogue;
    private final Texts texts;

    MovementRecord(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** The movement by dimension and group, then by function wherever that tells nobody's vote. */
    List<Section> draw(Round now, Agreement agreed, Round before, Agreement agreedBefore, boolean withGroups) {
        List<Function> functions = withGroups ? functions(now, before) : List.of();
        String note = texts.of("maturity.record.movementNote") + " "
                + texts.of(
                        !withGroups
                                ? "maturity.record.movementLater"
                                : functions.isEmpty()
                                        ? "maturity.record.noFunctions"
                                        : "maturity.record.functionsBelow");
        Section byGroup = byGroup(now, agreed, before, agreedBefore, withGroups, note);
        return functions.isEmpty() ? List.of(byGroup) : List.of(byGroup, byFunction(now, before, functions));
    }

    private Section byGroup(
            Round now, Agreement agreed, Round before, Agreement agreedBefore, boolean withGroups, String note) {
        List<String> groups = withGroups ? groups(now) : List.of();
        List<Column> columns = new ArrayList<>(List.of(
                column("dimension", TEXT),
                column("levelBefore", LEVEL),
                column("levelNow", LEVEL),
                column("shift", NUMBER),
                column("middle", TEXT),
                column("agreement", TEXT)));
        groups.forEach(group -> columns.add(new Column(texts.of("maturity.group." + group), TEXT)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            String id = dimension.id();
            Integer was = agreedBefore.level(id).level();
            Integer is = agreed.level(id).level();
            Spread old = before.spread(id);
            Spread fresh = now.spread(id);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(dimension.name()),
                    level(was),
                    level(is),
                    was == null || is == null ? Cell.none() : Cell.of(is - was),
                    moved(old, fresh),
                    old.showable() && fresh.showable()
                            ? Cell.of(arrow(
                                    Figures.here().plain(old.agreement()),
                                    Figures.here().plain(fresh.agreement())))
                            : tooFew()));
            groups.forEach(group -> row.add(moved(
                    before.groups(id).getOrDefault(group, Spread.NONE),
                    now.groups(id).getOrDefault(group, Spread.NONE))));
            rows.add(row);
        }
        return new Section(texts.of("maturity.record.movement", before.number()), note, columns, rows, null);
    }

    private Section byFunction(Round now, Round before, List<Function> functions) {
        List<Column> columns = new ArrayList<>(List.of(column("dimension", TEXT)));
        functions.forEach(function -> columns.add(new Column(function.name(), TEXT)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Dimension dimension : catalogue.dimensions()) {
            Map<String, Spread> old = before.functions(dimension.id());
            Map<String, Spread> fresh = now.functions(dimension.id());
            List<Cell> row = new ArrayList<>(List.of(Cell.of(dimension.name())));
            functions.forEach(function -> row.add(moved(
                    old.getOrDefault(function.id(), Spread.NONE), fresh.getOrDefault(function.id(), Spread.NONE))));
            rows.add(row);
        }
        return new Section(
                texts.of("maturity.record.functions", before.number()),
                texts.of("maturity.record.functionsNote"),
                columns,
                rows,
                null);
    }

    /** The functions with something to show on at least one dimension. */
    private List<Function> functions(Round now, Round before) {
        return catalogue.functions().stream()
                .filter(function -> catalogue.dimensions().stream()
                        .map(Dimension::id)
                        .anyMatch(dimension -> now.functions(dimension).containsKey(function.id())
                                && before.functions(dimension).containsKey(function.id())))
                .toList();
    }

    private Cell moved(Spread old, Spread fresh) {
        return old.showable() && fresh.showable()
                ? Cell.of(arrow(String.valueOf(old.lowerMedian()), String.valueOf(fresh.lowerMedian())))
                : tooFew();
    }

    private Cell tooFew() {
        return Cell.of(texts.of("maturity.verdict.TOO_FEW"));
    }

    private static String arrow(String from, String to) {
        return from.equals(to) ? to : from + " → " + to;
    }

    private List<String> groups(Round now) {
        TreeSet<String> groups = new TreeSet<>(Comparator.reverseOrder());
        catalogue
                .dimensions()
                .forEach(dimension -> groups.addAll(now.groups(dimension.id()).keySet()));
        return List.copyOf(groups);
    }

    private static Cell level(@Nullable Integer level) {
        return level == null ? Cell.none() : Cell.of(level);
    }

    private Column column(String name, Kind kind) {
        return new Column(texts.of("maturity.record." + name), kind);
    }
}
