package org.waymark.stakeholder;

/**
 * One thing somebody holds in a program: what kind of thing, which one, and what it is called; {@code ends} when it is
 * not given on but simply over.
 */
public record Holding(String program, Kind kind, String id, String what, boolean ends) {

    /** Kinds in the order they are best handed over: whoever takes a part over takes much else with it. */
    public enum Kind {
        PART,
        TASK,
        ANSWERS_FOR,
        CONDITION,
        QUESTION,
        CONCERN,
        DEPUTY
    }

    /** What names it in a form and in the API. */
    public String key() {
        return kind + ":" + id;
    }
}
