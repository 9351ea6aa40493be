package org.waymark.model.roi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.web.Refusal;

/** The current round's case of a program, as stated and with its money. */
@Component
class RoiBook {

    private final RoiRounds rounds;
    private final RoiCases cases;
    private final Pricing pricing;
    private final Catalogue catalogue;

    RoiBook(RoiRounds rounds, RoiCases cases, Pricing pricing, Catalogue catalogue) {
        this.rounds = rounds;
        this.cases = cases;
        this.pricing = pricing;
        this.catalogue = catalogue;
    }

    /** Two lines that may count the same money. */
    record Overlap(String one, String other) {}

    int round(String program) {
        return rounds.current(program).orElseThrow(() -> Refusal.missing("roi.notOpened", program));
    }

    /** The programs where somebody owns a line. */
    List<String> ownedBy(String person) {
        return cases.ownedBy(person);
    }

    boolean opened(String program) {
        return rounds.current(program).isPresent();
    }

    CaseDraft stated(String program) {
        return cases.find(program, round(program)).orElseThrow(() -> Refusal.missing("roi.notOpened", program));
    }

    List<RoiCases.Kept> benefits(String program) {
        return cases.lines(program, round(program)).stream()
                .filter(RoiCases.Kept::benefit)
                .toList();
    }

    Map<String, Review> reviews(String program) {
        return cases.reviews(program, round(program));
    }

    /** What finance said the last time it looked, in whichever earlier round. */
    Map<String, Review> lastReviews(String program) {
        for (int round = round(program); round > 0; round--) {
            Map<String, Review> found = cases.reviews(program, round);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Map.of();
    }

    /** With its money; an empty case before the stage was ever opened. */
    PricedCase priced(String program) {
        return opened(program)
                ? pricing.price(stated(program), reviews(program))
                : pricing.price(CaseDraft.EMPTY, Map.of());
    }

    List<Overlap> overlaps(Set<String> counted) {
        return BusinessCase.overlaps(counted).stream()
                .map(pair -> new Overlap(
                        catalogue.benefit(pair.get(0)).name(),
                        catalogue.benefit(pair.get(1)).name()))
                .toList();
    }
}
