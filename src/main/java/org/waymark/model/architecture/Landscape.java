package org.waymark.model.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.waymark.stage.Fact;

/** Everything decided so far beside what the first wave needs: the figures the gate asks for. */
record Landscape(Need need, Set<String> technologies, List<ComponentDecision> decisions, List<Review> reviews) {

    Set<String> undecided() {
        Set<String> undecided = new HashSet<>(need.needed());
        decisions.forEach(decision -> undecided.remove(decision.component()));
        return undecided;
    }

    Masters masters() {
        return Masters.of(decisions);
    }

    Set<String> gaps() {
        return need.gaps(technologies, decisions);
    }

    /** Objections to decisions that still stand. */
    List<Review> objections() {
        return reviews.stream().filter(Review::objects).toList();
    }

    /** What is taken away although its business owner has not accepted it (rule 2 of dcfts.md 3.7). */
    List<String> unapproved() {
        return decisions.stream()
                .filter(one -> one.decision().needsPlan())
                .filter(one -> reviews.stream()
                        .noneMatch(review ->
                                review.component().equals(one.component()) && review.verdict() == Verdict.ACCEPT))
                .map(ComponentDecision::component)
                .toList();
    }

    long count(Decision decision) {
        return decisions.stream().filter(one -> one.decision() == decision).count();
    }

    List<Fact> facts() {
        return List.of(
                Fact.count("neededComponentsUndecided", undecided().size()),
                Fact.count("domainsWithTwoMasters", masters().contested().size()),
                Fact.count(
                        "replacementsWithoutPlan",
                        decisions.stream()
                                .filter(ComponentDecision::takenAwayWithoutPlan)
                                .count()),
                Fact.count("objectionsOpen", objections().size()),
                Fact.count(
                        "deferredWithoutDate",
                        decisions.stream()
                                .filter(ComponentDecision::deferredWithoutDate)
                                .count()),
                Fact.count("capabilitiesWithoutComponent", gaps().size()),
                Fact.count("replacementsWithoutApproval", unapproved().size()));
    }
}
