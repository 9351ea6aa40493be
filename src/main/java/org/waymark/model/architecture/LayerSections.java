package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Component;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** The map of what is decided, layer by layer, and the decision records beneath it. */
@org.springframework.stereotype.Component
class LayerSections {

    /** How an undecided component that the first wave needs is drawn, after the eight decisions. */
    private static final int UNDECIDED = Decision.values().length;

    private final Surroundings surroundings;
    private final Words words;
    private final People people;
    private final Texts texts;

    LayerSections(Surroundings surroundings, Words words, People people, Texts texts) {
        this.surroundings = surroundings;
        this.words = words;
        this.people = people;
        this.texts = texts;
    }

    /** Every decided or needed component in its layer; the number of the decision says how it is drawn. */
    Section map(Landscape landscape) {
        Map<String, ComponentDecision> decisions = byId(landscape);
        List<List<Cell>> rows = new ArrayList<>();
        for (Component component : surroundings.components()) {
            ComponentDecision one = decisions.get(component.id());
            boolean needed = landscape.need().needs(component);
            if (one == null && !needed) {
                continue;
            }
            rows.add(List.of(
                    Cell.of(component.layer()),
                    Cell.of(component.name()),
                    one == null
                            ? new Cell(texts.of("architecture.map.undecided"), java.math.BigDecimal.valueOf(UNDECIDED))
                            : new Cell(
                                    words.decision(one.decision()),
                                    java.math.BigDecimal.valueOf(one.decision().ordinal())),
                    Cell.of(one == null ? null : one.product()),
                    Cell.of(one == null || one.masterOf() == null ? null : words.domain(one.masterOf())),
                    number(one == null ? null : one.wave()),
                    needed ? Cell.of(texts.of("architecture.map.needed")) : Cell.none()));
        }
        return new Section(
                texts.of("architecture.map"),
                texts.of("architecture.map.note"),
                List.of(
                        column("layer", Kind.TEXT),
                        column("component", Kind.TEXT),
                        column("decision", Kind.TEXT),
                        column("product", Kind.TEXT),
                        column("master-of", Kind.TEXT),
                        column("wave", Kind.NUMBER),
                        column("needed", Kind.TEXT)),
                rows,
                new Document.Chart("layers", List.of(), List.of()));
    }

    /** One section a layer, one row a decision record. */
    List<Section> of(String program, Landscape landscape) {
        Map<String, ComponentDecision> decisions = byId(landscape);
        String currency = surroundings.currency(program);
        Map<String, List<List<Cell>>> layers = new LinkedHashMap<>();
        for (Component component : surroundings.components()) {
            ComponentDecision one = decisions.get(component.id());
            if (one != null) {
                layers.computeIfAbsent(component.layer(), layer -> new ArrayList<>())
                        .add(row(component, one));
            }
        }
        List<Section> sections = new ArrayList<>();
        layers.forEach((layer, rows) -> sections.add(filled(layer, columns(currency), rows)));
        return sections;
    }

    /** Without the columns in which nothing stands: a record of eighteen fields is read by what was said. */
    private static Section filled(String layer, List<Column> columns, List<List<Cell>> rows) {
        List<Integer> said = IntStream.range(0, columns.size())
                .filter(at -> rows.stream().anyMatch(row -> said(row.get(at))))
                .boxed()
                .toList();
        return new Section(
                layer,
                null,
                said.stream().map(columns::get).toList(),
                rows.stream().map(row -> said.stream().map(row::get).toList()).toList(),
                null);
    }

    private static boolean said(Cell cell) {
        return cell.number() != null || cell.text() != null && !cell.text().isEmpty();
    }

    private List<Column> columns(String currency) {
        return List.of(
                column("component", Kind.TEXT),
                column("decision", Kind.TEXT),
                column("product", Kind.TEXT),
                column("business-owner", Kind.TEXT),
                column("technical-owner", Kind.TEXT),
                column("fits", Kind.TEXT),
                column("wave", Kind.NUMBER),
                column("connection", Kind.TEXT),
                column("cost-lines", Kind.TEXT),
                new Column(texts.of("architecture.column.exit-cost-in", currency), Kind.MONEY),
                column("revisit", Kind.DATE),
                column("approver", Kind.TEXT),
                column("reason", Kind.TEXT),
                column("refused", Kind.TEXT),
                column("dissent", Kind.TEXT));
    }

    private List<Cell> row(Component component, ComponentDecision one) {
        Dossier more = one.dossier();
        return List.of(
                Cell.of(component.name()),
                Cell.of(words.decision(one.decision())),
                Cell.of(one.product()),
                person(one.businessOwner()),
                person(one.technicalOwner()),
                Cell.of(fits(one)),
                number(one.wave()),
                Cell.of(connection(one.pattern(), more)),
                Cell.of(more.costLines().stream().map(surroundings::costName).collect(Collectors.joining(", "))),
                Cell.of(one.exitCost()),
                one.revisit() == null ? Cell.none() : Cell.of(one.revisit().toString()),
                person(more.approver()),
                Cell.of(one.reason()),
                Cell.of(more.refused()),
                Cell.of(more.dissent()));
    }

    /** "5 and 4 of 5: keep or integrate". */
    private @Nullable String fits(ComponentDecision one) {
        Integer functional = one.functionalFit();
        Integer technical = one.technicalFit();
        return functional == null || technical == null || one.suggested().isEmpty()
                ? null
                : texts.of(
                        "architecture.fits",
                        functional,
                        technical,
                        words.decisions(
                                one.suggested().stream().map(Decision::name).toList()));
    }

    /** "two-way API, both ways, from 2027-03-01". */
    private String connection(@Nullable String pattern, Dossier more) {
        List<String> parts = new ArrayList<>();
        if (pattern != null) {
            parts.add(pattern);
        }
        if (more.direction() != null) {
            parts.add(texts.of("architecture.direction." + more.direction()));
        }
        if (more.live() != null) {
            parts.add(texts.of("architecture.live", Dates.here().date(more.live())));
        }
        if (!more.dependsOn().isEmpty()) {
            parts.add(texts.of(
                    "architecture.needs",
                    more.dependsOn().stream().map(surroundings::nameOf).collect(Collectors.joining(", "))));
        }
        return String.join(", ", parts);
    }

    private static Map<String, ComponentDecision> byId(Landscape landscape) {
        Map<String, ComponentDecision> decisions = new LinkedHashMap<>();
        landscape.decisions().forEach(one -> decisions.put(one.component(), one));
        return decisions;
    }

    private Cell person(@Nullable String id) {
        return id == null ? Cell.none() : Cell.of(people.nameOf(id));
    }

    private static Cell number(@Nullable Integer number) {
        return number == null ? Cell.none() : Cell.of(number);
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("architecture.column." + key), kind);
    }
}
