package org.waymark.stakeholder;

import java.util.List;

/** Whoever keeps things that belong to people: says what somebody holds, and gives it to somebody else. */
public interface Holdings {

    /** What a person holds in a program. */
    List<Holding> of(String program, String person);

    /** Gives one of these things to somebody else, in the running transaction. */
    void give(Holding held, String from, String to, String by);
}
