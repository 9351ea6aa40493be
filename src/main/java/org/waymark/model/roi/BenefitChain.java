package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.program.Programs;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;

/** The benefit lines that count and the values whose money they are. */
@Component
class BenefitChain implements Chain {

    private final RoiBook book;
    private final RoiWords words;
    private final Programs programs;
    private final Catalogue catalogue;

    BenefitChain(RoiBook book, RoiWords words, Programs programs, Catalogue catalogue) {
        this.book = book;
        this.words = words;
        this.programs = programs;
        this.catalogue = catalogue;
    }

    @Override
    public String stage() {
        return "roi";
    }

    @Override
    public List<Element> of(String program) {
        if (!book.opened(program)) {
            return List.of();
        }
        String currency = programs.get(program).currency();
        return book.priced(program).benefits().stream()
                .filter(PricedLine::counted)
                .map(line -> element(line, currency))
                .toList();
    }

    private Element element(PricedLine line, String currency) {
        BigDecimal amount = line.stated() == null ? BigDecimal.ZERO : line.stated();
        return new Element(
                Element.Kind.BENEFIT,
                line.id(),
                line.name(),
                amount.stripTrailingZeros().toPlainString(),
                words.text("roi.chain.standing", words.money(amount, currency)),
                catalogue.benefit(line.template()).values());
    }
}
