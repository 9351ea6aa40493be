package org.waymark.release;

import org.jspecify.annotations.Nullable;
import org.waymark.process.carry.Carried;

/**
 * What the move of one program would do, found out by doing it and taking it back.
 *
 * @param mark stands for what was looked at; a program that went on since has another one
 * @param why in words, why the program cannot be moved now; null when it can
 */
record Look(
        String program,
        String mark,
        Carried carried,
        Kept kept,
        @Nullable String why) {

    /**
     * What is in the decision record of the program and stays there as it is.
     *
     * @param decisions decisions at gates
     * @param answers tasks handed in
     * @param votes sealed votes
     * @param drafts open tasks somebody has begun to fill in
     * @param draftsLost how many of those are asked no more
     */
    record Kept(long decisions, long answers, long votes, int drafts, int draftsLost) {}

    public boolean possible() {
        return why == null;
    }
}
