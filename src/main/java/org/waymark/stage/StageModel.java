package org.waymark.stage;

import java.util.List;
import java.util.Map;

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

    /** Which of its tasks ask whom for how many minutes. */
    List<Ask> asks();

    /** Named figures for boards, as text ready to show or decimal strings. */
    default Map<String, String> measures(String program) {
        return Map.of();
    }
}
