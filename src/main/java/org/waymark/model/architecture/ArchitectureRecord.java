package org.waymark.model.architecture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Texts;

/** Tells what was decided about each component, layer by layer, and what stays open. */
@Component
class ArchitectureRecord {

    private final ArchitectureStore store;
    private final Surroundings surroundings;
    private final OpenSections open;
    private final LayerSections layers;
    private final Words words;
    private final People people;
    private final Texts texts;

    ArchitectureRecord(
            ArchitectureStore store,
            Surroundings surroundings,
            OpenSections open,
            LayerSections layers,
            Words words,
            People people,
            Texts texts) {
        this.store = store;
        this.surroundings = surroundings;
        this.open = open;
        this.layers = layers;
        this.words = words;
        this.people = people;
        this.texts = texts;
    }

    Document of(String program, Landscape landscape) {
        if (landscape.decisions().isEmpty()) {
            return new Document(texts.of("architecture.record.nothing"), List.of());
        }
        List<Section> sections = new ArrayList<>();
        sections.add(layers.map(landscape));
        List<Section> byLayer = layers.of(program, landscape);
        sections.add(counted(program, landscape)
                .from(byLayer.stream().map(Section::heading).toList()));
        sections.add(open.of(program, landscape));
        if (!landscape.objections().isEmpty()) {
            sections.add(objections(landscape));
        }
        sections.add(open.contrasts(program, landscape));
        sections.add(masters(landscape.masters()));
        sections.addAll(byLayer);
        sections.removeIf(section -> section.rows().isEmpty());
        return new Document(headline(landscape), sections);
    }

    /** The finding: what stands in the way first, otherwise what it comes to. */
    private String headline(Landscape landscape) {
        if (!landscape.masters().contested().isEmpty()) {
            return texts.of(
                    "architecture.record.headline.masters",
                    words.domain(landscape.masters().contested().get(0)));
        }
        if (!landscape.undecided().isEmpty()) {
            return texts.of(
                    "architecture.record.headline.undecided",
                    landscape.undecided().size());
        }
        if (!landscape.objections().isEmpty()) {
            return texts.of(
                    "architecture.record.headline.objections",
                    landscape.objections().size());
        }
        long takenAway = landscape.count(Decision.REPLACE) + landscape.count(Decision.RETIRE);
        return texts.of(
                "architecture.record.headline.clear",
                landscape.decisions().size(),
                landscape.count(Decision.INTEGRATE),
                takenAway);
    }

    private Section counted(String program, Landscape landscape) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        List<@Nullable BigDecimal> points = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            long count = landscape.count(decision);
            if (count > 0) {
                String name = texts.of("architecture.decision." + decision);
                rows.add(List.of(
                        Cell.of(name),
                        Cell.of((int) count),
                        Cell.of(texts.of("architecture.decision." + decision + ".means"))));
                categories.add(name);
                points.add(BigDecimal.valueOf(count));
            }
        }
        return new Section(
                texts.of("architecture.record.counted"),
                store.agreed(program).map(ArchitectureStore.Agreed::summary).orElse(null),
                List.of(column("decision", Kind.TEXT), column("count", Kind.NUMBER), column("means", Kind.TEXT)),
                rows,
                new Document.Chart(
                        "bar",
                        categories,
                        List.of(new Document.Series(texts.of("architecture.column.count"), points))));
    }

    private Section objections(Landscape landscape) {
        List<List<Cell>> rows = new ArrayList<>();
        landscape
                .objections()
                .forEach(review -> rows.add(List.of(
                        Cell.of(surroundings.nameOf(review.component())),
                        Cell.of(people.nameOf(review.person())),
                        Cell.of(review.reason()))));
        return new Section(
                texts.of("architecture.record.objections"),
                null,
                List.of(column("component", Kind.TEXT), column("person", Kind.TEXT), column("reason", Kind.TEXT)),
                rows,
                null);
    }

    private Section masters(Masters masters) {
        List<List<Cell>> rows = new ArrayList<>();
        for (DataDomain domain : DataDomain.values()) {
            List<String> components =
                    masters.of(domain).stream().map(surroundings::nameOf).toList();
            rows.add(List.of(
                    Cell.of(words.domain(domain)),
                    components.isEmpty()
                            ? Cell.of(texts.of("architecture.record.masters.none"))
                            : Cell.of(String.join(", ", components))));
        }
        return new Section(
                texts.of("architecture.record.masters"),
                texts.of("architecture.record.masters.note"),
                List.of(column("domain", Kind.TEXT), column("master", Kind.TEXT)),
                rows,
                null);
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("architecture.column." + key), kind);
    }
}
