package org.waymark.stage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets single fields of what a stage agreed be put right after its gate; what they said before is kept beside it. */
public interface Correctable {

    /** The stage whose record it is. */
    String stage();

    /** What may be corrected about one element of the newest agreed record; empty when it holds no such element. */
    List<Field> fields(String program, String element);

    /** Who answers for the element, besides the program manager. */
    Set<String> owners(String program, String element);

    /** Puts the new words in place: text (a person's or a choice's code too), {@code BigDecimal} or {@code LocalDate}. */
    void correct(String program, String element, String field, Object said);

    /** What a field takes. */
    enum Kind {
        TEXT,
        NUMBER,
        /** Kept as 0.60, said and typed as 60 %. */
        SHARE,
        DATE,
        PERSON,
        CHOICE
    }

    /**
     * One field: its name, what it is called on pages, how long a text may be, what it says now (a plain number, an ISO
     * date, a person's id, a choice's code; empty when nothing) and the choices there are.
     */
    record Field(String name, String label, Kind kind, int longest, String said, Map<String, String> choices) {

        public static Field text(String name, String label, int longest, String said) {
            return new Field(name, label, Kind.TEXT, longest, said, Map.of());
        }

        public static Field of(String name, String label, Kind kind, String said) {
            return new Field(name, label, kind, LONGEST_OTHER, said, Map.of());
        }

        public static Field choice(String name, String label, String said, Map<String, String> choices) {
            return new Field(name, label, Kind.CHOICE, LONGEST_OTHER, said, choices);
        }

        private static final int LONGEST_OTHER = 64;
    }
}
