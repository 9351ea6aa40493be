package org.waymark.model.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A good choice looks through every lens: more revenue, lower cost, less risk. */
final class LensCover {

    static final List<String> LENSES = List.of("revenue", "cost", "risk");
    static final int AT_LEAST = 5;
    static final int AT_MOST = 7;
    static final int TOP = 3;

    private LensCover() {}

    /** The lenses none of the chosen values looks through. */
    static List<String> missing(Collection<String> lensesOfChosen) {
        return LENSES.stream().filter(lens -> !lensesOfChosen.contains(lens)).toList();
    }

    /** A value as a candidate: its id and lens. */
    record Candidate(String id, String lens) {}

    /**
     * What to start from: the heaviest five, and where a lens would be missing its heaviest candidate besides, as long as
     * seven are not passed. The candidates come heaviest first.
     */
    static List<String> proposal(List<Candidate> heaviestFirst) {
        List<Candidate> chosen = new ArrayList<>(heaviestFirst.subList(0, Math.min(AT_LEAST, heaviestFirst.size())));
        for (String lens : missing(chosen.stream().map(Candidate::lens).toList())) {
            heaviestFirst.stream()
                    .filter(candidate -> candidate.lens().equals(lens))
                    .findFirst()
                    .filter(candidate -> chosen.size() < AT_MOST)
                    .ifPresent(chosen::add);
        }
        return chosen.stream().map(Candidate::id).toList();
    }

    /** The three heaviest of the chosen, in the group's order: they need a customer's word. */
    static List<String> topThree(Collection<String> chosen, List<String> heaviestFirst) {
        return heaviestFirst.stream().filter(chosen::contains).limit(TOP).toList();
    }
}
