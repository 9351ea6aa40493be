package org.waymark.model.roi;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.program.Programs;
import org.waymark.stage.Pledge;
import org.waymark.stage.Pledges;

/** Whoever owns a benefit line that counts stands for its amount a year. */
@Component
class BenefitPledges implements Pledges {

    private final RoiBook book;
    private final RoiWords words;
    private final Programs programs;

    BenefitPledges(RoiBook book, RoiWords words, Programs programs) {
        this.book = book;
        this.words = words;
        this.programs = programs;
    }

    @Override
    public String stage() {
        return "roi";
    }

    @Override
    public List<String> programs(String person) {
        return book.ownedBy(person);
    }

    @Override
    public List<Pledge> of(String program) {
        if (!book.opened(program)) {
            return List.of();
        }
        String currency = programs.get(program).currency();
        Map<String, PricedLine> priced = book.priced(program).benefits().stream()
                .collect(Collectors.toMap(PricedLine::id, Function.identity(), (one, two) -> one));
        return book.benefits(program).stream()
                .filter(kept -> kept.owner() != null && priced.containsKey(kept.line()))
                .map(kept -> Map.entry(String.valueOf(kept.owner()), priced.get(kept.line())))
                .filter(one -> one.getValue().counted() && one.getValue().stated() != null)
                .map(one -> new Pledge(
                        one.getKey(),
                        words.text(
                                "roi.pledge",
                                one.getValue().name(),
                                words.money(one.getValue().stated(), currency)),
                        null))
                .toList();
    }
}
