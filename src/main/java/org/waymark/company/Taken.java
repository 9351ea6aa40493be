package org.waymark.company;

import java.time.LocalDate;

/** One thing a round did not ask again: what is held of it, since which day and from which program. */
public record Taken(String item, String said, LocalDate since, String source) {

    public int level() {
        return Integer.parseInt(said);
    }
}
