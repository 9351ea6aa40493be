package org.waymark.model.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.company.Difference;
import org.waymark.web.Texts;

/** What decisions, kinds of data and differences are called in the reader's language. */
@Component("architectureWords")
class Words {

    private final Surroundings surroundings;
    private final Texts texts;

    Words(Surroundings surroundings, Texts texts) {
        this.surroundings = surroundings;
        this.texts = texts;
    }

    String domain(DataDomain domain) {
        return texts.of("architecture.domain." + domain);
    }

    String decision(Decision decision) {
        return texts.of("architecture.decision." + decision);
    }

    /** "integrate or replace". */
    String decisions(Collection<String> decisions) {
        return decisions.stream()
                .map(name -> texts.of("architecture.decision." + name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(" " + texts.of("architecture.or") + " "));
    }

    /** What two programs see differently, a component or the master of a kind of data. */
    record Contrast(String what, String mine, String theirs, String program, String since) {}

    List<Contrast> components(List<Difference> differences) {
        return differences.stream()
                .map(one -> new Contrast(
                        surroundings.nameOf(one.item()),
                        texts.of("architecture.decision." + one.mine()),
                        texts.of("architecture.decision." + one.theirs().said()),
                        one.theirs().program(),
                        one.theirs().since().toString()))
                .toList();
    }

    List<Contrast> masters(List<Difference> differences) {
        return differences.stream()
                .map(one -> new Contrast(
                        texts.of("architecture.record.master-of", texts.of("architecture.domain." + one.item())),
                        surroundings.nameOf(one.mine()),
                        surroundings.nameOf(one.theirs().said()),
                        one.theirs().program(),
                        one.theirs().since().toString()))
                .toList();
    }
}
