package org.waymark.model.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.waymark.model.values.LensCover.Candidate;

class LensCoverTests {

    @Test
    void aMissingLensIsNamed() {
        assertThat(LensCover.missing(Set.of("revenue", "cost"))).containsExactly("risk");
    }

    @Test
    void theTopThreeFollowTheGroupNotTheOrderOfChoosing() {
        assertThat(LensCover.topThree(List.of("D", "A", "C", "B"), List.of("A", "B", "C", "D", "E")))
                .containsExactly("A", "B", "C");
    }

    @Property
    void theProposalIsTheHeaviestAndLooksThroughEveryLensItCan(@ForAll("candidates") List<Candidate> candidates) {
        List<String> proposal = LensCover.proposal(candidates);
        Set<String> proposed = lenses(candidates, proposal);
        Set<String> possible =
                lenses(candidates, candidates.stream().map(Candidate::id).toList());

        assertThat(proposal).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(LensCover.AT_MOST);
        assertThat(proposal)
                .startsWith(candidates.stream()
                        .limit(LensCover.AT_LEAST)
                        .map(Candidate::id)
                        .toArray(String[]::new));
        assertThat(proposed).containsAll(possible);
    }

    private static Set<String> lenses(List<Candidate> candidates, List<String> ids) {
        return candidates.stream()
                .filter(candidate -> ids.contains(candidate.id()))
                .map(Candidate::lens)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return Arbitraries.of(LensCover.LENSES).list().ofMaxSize(24).map(lenses -> {
            java.util.List<Candidate> all = new java.util.ArrayList<>();
            lenses.forEach(lens -> all.add(new Candidate("V" + all.size(), lens)));
            return all;
        });
    }
}
