package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.program.Program;
import org.waymark.program.StageState;
import org.waymark.stage.Document;

/** A program as a document: the agreed records of its stages, what was decided at its gates, what is still owed. */
record Blueprint(
        Program program,
        String sponsor,
        String manager,
        LocalDate asOf,
        List<Chapter> chapters,
        List<Decided> decisions,
        List<Owed> conditions) {

    /** One stage: what it is for, how far it is, and its record as soon as there is one. */
    record Chapter(StageState state, String title, String purpose, String standing, @Nullable Document document) {

        public int position() {
            return state.position();
        }
    }

    /** One decision in words. */
    record Decided(LocalDate on, String stage, String decision, String by, @Nullable String reason) {}

    /** One promise of a conditional go that is still open. */
    record Owed(LocalDate due, String stage, String text, String owner) {}

    public long passed() {
        return chapters.stream().filter(chapter -> chapter.state().isPassed()).count();
    }
}
