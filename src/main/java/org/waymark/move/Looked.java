package org.waymark.move;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file would make here, before anything is made: which program, how much of what, who has to be matched with
 * somebody here, what begins again or reads differently.
 */
record Looked(
        String id,
        String code,
        String name,
        String state,
        String stage,
        String takenAt,
        String takenBy,
        boolean codeTaken,
        List<Made> makes,
        List<Match> people,
        List<String> notes) {

    /** How many rows of one kind; the kind's words are in the messages. */
    record Made(String kind, int count) {}

    /**
     * Somebody the file names. Whoever still has a part or a task is needed and has to be somebody who works here; of
     * the others the name can be kept.
     */
    record Match(
            String id,
            String name,
            boolean needed,
            @Nullable String suggested) {}
}
