package org.waymark.engagement;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.security.People;

/** The coalition: which front-office functions are in, which wait, which nobody speaks for (dcfts.md 4.5). */
@Service
public class Functions {

    private final MeasureRows rows;
    private final Measures measures;
    private final Catalogue catalogue;
    private final People people;

    Functions(MeasureRows rows, Measures measures, Catalogue catalogue, People people) {
        this.rows = rows;
        this.measures = measures;
        this.catalogue = catalogue;
        this.people = people;
    }

    /** Whether somebody of a function has acted in 30 days, still owes an answer, was not asked, or is not named. */
    public enum Standing {
        WAITING,
        IN,
        NOT_ASKED,
        OUT
    }

    /** One function with the people who speak for it. */
    public record Line(String name, Standing standing, List<String> people) {}

    /** Every function of the catalogue: those that wait first, those nobody speaks for last. */
    @Transactional(readOnly = true)
    public List<Line> of(String program) {
        OffsetDateTime from = Engagement.since(measures.now());
        Map<String, Set<String>> speaks = rows.functions(List.of(program)).getOrDefault(program, Map.of());
        List<Engagement.Asked> asked = rows.asked(List.of(program), from).getOrDefault(program, List.of());
        Set<String> acted = new LinkedHashSet<>();
        Set<String> owing = new LinkedHashSet<>();
        for (Engagement.Asked one : asked) {
            OffsetDateTime ended = one.ended();
            if (one.endedBy() != null && ended != null && !ended.isBefore(from)) {
                acted.add(String.valueOf(one.endedBy()));
            }
            if (one.open() && one.assignee() != null) {
                owing.add(String.valueOf(one.assignee()));
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Function function : catalogue.functions()) {
            List<String> who = speaks.entrySet().stream()
                    .filter(one -> one.getValue().contains(function.id()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            lines.add(new Line(
                    function.name(),
                    standing(who, acted, owing),
                    who.stream().map(people::nameOf).toList()));
        }
        lines.sort((one, two) -> one.standing().compareTo(two.standing()));
        return lines;
    }

    static Standing standing(List<String> people, Set<String> acted, Set<String> owing) {
        if (people.isEmpty()) {
            return Standing.OUT;
        }
        if (people.stream().anyMatch(acted::contains)) {
            return Standing.IN;
        }
        return people.stream().anyMatch(owing::contains) ? Standing.WAITING : Standing.NOT_ASKED;
    }
}
