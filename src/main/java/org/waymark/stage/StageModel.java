package org.waymark.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the model of one stage tells the rest of the house, so that nobody needs to know its tables or types. */
public interface StageModel {

    /** The stage's id, for example {@code use-cases}. */
    String stage();

    /** Its place on the line, from 1. */
    int position();

    /** Prepares a round of this stage; refuses when people it needs are missing. */
    void open(String program, int round);

    /** What a gate may know, measured now. */
    List<Fact> facts(String program);

    /** The agreed record, as a neutral document. */
    Document record(String program);

    /** What this person alone may see of it; of blind answers nothing before the round is closed. */
    default Mine mine(String program, String person) {
        return Mine.NOTHING;
    }

    /** Which of its tasks ask whom for how many minutes. */
    List<Ask> asks();

    /**
     * Told that this stage's gate said go, in the transaction that decided it: a model that must hold on to what was
     * agreed does so here. A round can pass more than once, when its gate is opened again.
     */
    default void passed(String program, int round) {}

    /** What waits for this person after the gate, outside any task: what it is, and where to answer. */
    default List<Link> waiting(String program, String person) {
        return List.of();
    }

    /** The message key of the section that tells what other programs say: it changes without this one; empty when none. */
    default String elsewhere() {
        return "";
    }

    /** What leads further from its agreed record: other pages, downloads. */
    default List<Link> links(String program) {
        return List.of();
    }

    /** The task in which everybody asked answers for themselves: the round that the manager closes. */
    String contribution();

    /**
     * The tasks that build or agree what the gate judges, the last one last: whoever completes one does not decide at
     * the gate, and the last may hand the stage in at once.
     */
    List<String> agreeing();

    /** Named figures for boards, as text ready to show or decimal strings. */
    default Map<String, String> measures(String program) {
        return Map.of();
    }

    /** What the program costs and brings, once this model can say. */
    default Optional<Money> money(String program) {
        return Optional.empty();
    }
}
