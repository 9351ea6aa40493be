package org.waymark.model.architecture;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** What is not settled yet: gaps, missing decisions and connections, and what another program sees differently. */
@Component("architectureOpenSections")
class OpenSections {

    private final Surroundings surroundings;
    private final Landscapes landscapes;
    private final HeldDecisions held;
    private final Words words;
    private final Texts texts;

    OpenSections(Surroundings surroundings, Landscapes landscapes, HeldDecisions held, Words words, Texts texts) {
        this.surroundings = surroundings;
        this.landscapes = landscapes;
        this.held = held;
        this.words = words;
        this.texts = texts;
    }

    /** What the first wave still lacks, use case by use case and component by component. */
    Section of(String program, Landscape landscape) {
        WaveLinks links = landscapes.links(program, landscape);
        List<List<Cell>> rows = new ArrayList<>();
        links.gapsOfUseCases()
                .forEach(gap -> row(
                        rows,
                        surroundings.useCaseName(program, gap.useCase()),
                        "gap",
                        surroundings.capabilityName(gap.capability())));
        links.late()
                .forEach(late -> row(
                        rows,
                        surroundings.useCaseName(program, late.useCase()),
                        "late",
                        surroundings.nameOf(late.component()),
                        Dates.here().date(late.promised())));
        landscape.undecided().stream().sorted().forEach(id -> row(rows, surroundings.nameOf(id), "undecided"));
        landscape.unapproved().forEach(id -> row(rows, surroundings.nameOf(id), "unapproved"));
        return new Section(
                texts.of("architecture.record.open"),
                null,
                List.of(column("what", Kind.TEXT), column("why", Kind.TEXT)),
                rows,
                null);
    }

    /** What another program decided otherwise, or of which data it names another master. */
    Section contrasts(String program, Landscape landscape) {
        List<Words.Contrast> contrasts =
                new ArrayList<>(words.components(held.components(program, landscape.decisions())));
        contrasts.addAll(words.masters(held.masters(program, landscape.decisions())));
        return new Section(
                texts.of("architecture.record.contrasts"),
                texts.of("architecture.record.contrasts.note"),
                List.of(
                        column("what", Kind.TEXT),
                        column("here", Kind.TEXT),
                        column("there", Kind.TEXT),
                        column("program", Kind.TEXT),
                        column("since", Kind.DATE)),
                contrasts.stream()
                        .map(one -> List.of(
                                Cell.of(one.what()),
                                Cell.of(one.mine()),
                                Cell.of(one.theirs()),
                                Cell.of(one.program()),
                                Cell.of(one.since())))
                        .toList(),
                null);
    }

    private void row(List<List<Cell>> rows, String what, String why, Object... args) {
        rows.add(List.of(Cell.of(what), Cell.of(texts.of("architecture.record.open." + why, args))));
    }

    private Column column(String key, Kind kind) {
        return new Column(texts.of("architecture.column." + key), kind);
    }
}
