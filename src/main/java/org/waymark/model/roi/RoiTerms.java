package org.waymark.model.roi;

import static org.waymark.model.roi.RoiLines.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Value;
import org.waymark.model.values.AgreedValues;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Section;

/** What the sums rest on besides the lines: assumptions, possible double counting, capacity, values without money. */
@Component
class RoiTerms {

    private final RoiWords words;
    private final RoiLines lines;
    private final RoiBook book;
    private final Catalogue catalogue;
    private final AgreedValues agreed;

    RoiTerms(RoiWords words, RoiLines lines, RoiBook book, Catalogue catalogue, AgreedValues agreed) {
        this.words = words;
        this.lines = lines;
        this.book = book;
        this.catalogue = catalogue;
        this.agreed = agreed;
    }

    Optional<Section> overlaps(PricedCase priced) {
        Set<String> counted = priced.benefits().stream()
                .filter(PricedLine::counted)
                .map(PricedLine::template)
                .collect(Collectors.toSet());
        List<List<Cell>> rows = book.overlaps(counted).stream()
                .map(overlap -> List.of(Cell.of(overlap.one()), Cell.of(overlap.other())))
                .toList();
        return lines.section(
                "roi.doc.overlaps", rows, text(words.text("roi.doc.line")), text(words.text("roi.doc.overlapsWith")));
    }

    Section assumptions(PricedCase priced) {
        Assumptions terms = priced.sums().assumptions();
        String ramp = terms.ramp().stream().map(words::share).collect(Collectors.joining(" / "));
        return new Section(
                words.text("roi.doc.assumptions"),
                words.text("roi.doc.assumptions.note"),
                List.of(text(words.text("roi.doc.what")), text(words.text("roi.doc.figure"))),
                List.of(
                        List.of(
                                Cell.of(words.text("roi.doc.horizon")),
                                Cell.of(words.text("roi.years", terms.horizonYears()))),
                        List.of(Cell.of(words.text("roi.doc.rate")), Cell.of(words.share(terms.rate()))),
                        List.of(Cell.of(words.text("roi.doc.ramp")), Cell.of(ramp)),
                        List.of(
                                Cell.of(words.text("roi.doc.contingencyShare")),
                                Cell.of(words.share(terms.contingency())))),
                null);
    }

    Optional<Section> capacity(PricedCase priced) {
        var given = Pricing.given(priced.stated().capacity());
        return Capacity.agents(given)
                .map(agents -> new Section(
                        words.text("roi.doc.capacity"),
                        words.text(
                                "roi.doc.capacity.note",
                                words.number(agents),
                                words.number(given.getOrDefault(Capacity.CURRENT, BigDecimal.ZERO))),
                        List.of(text(words.text("roi.doc.what")), text(words.text("roi.doc.figure"))),
                        Capacity.ASKED.stream()
                                .map(name -> List.of(
                                        Cell.of(words.text("roi.capacity." + name)),
                                        Cell.of(figure(name, given.getOrDefault(name, BigDecimal.ZERO)))))
                                .toList(),
                        null));
    }

    private String figure(String name, BigDecimal given) {
        return Capacity.SHARES.contains(name) ? words.share(given) : words.number(given);
    }

    /** Agreed values no benefit line speaks for: shown with their measure instead of invented money. */
    Optional<Section> withoutMoney(String program) {
        Set<String> priced = catalogue.benefits().stream()
                .flatMap(benefit -> benefit.values().stream())
                .collect(Collectors.toSet());
        List<List<Cell>> rows = new ArrayList<>();
        agreed.of(program).stream()
                .filter(value -> !priced.contains(value.id()))
                .forEach(one -> {
                    Value value = catalogue.value(one.id());
                    rows.add(List.of(Cell.of(value.name()), Cell.of(value.measure()), Cell.of(value.unit())));
                });
        return lines.section(
                "roi.doc.withoutMoney",
                rows,
                text(words.text("roi.doc.value")),
                text(words.text("roi.doc.measure")),
                text(words.text("roi.doc.unit")));
    }
}
