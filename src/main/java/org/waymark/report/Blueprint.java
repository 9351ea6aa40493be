package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.program.Program;
import org.waymark.program.StageState;
import org.waymark.stage.Document;
import org.waymark.stage.Shown;

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
    record Chapter(
            StageState state,
            String title,
            String purpose,
            String standing,
            @Nullable Document document) {

        /** The same chapter with every table narrow enough for paper. */
        Chapter narrow(Shown shown) {
            return document == null
                    ? this
                    : new Chapter(
                            state,
                            title,
                            purpose,
                            standing,
                            new Document(
                                    document.headline(),
                                    document.sections().stream()
                                            .map(section -> Narrow.of(section, shown))
                                            .toList()));
        }

        public int position() {
            return state.position();
        }
    }

    /** One decision in words. */
    record Decided(
            LocalDate on,
            String stage,
            String decision,
            String by,
            @Nullable String reason) {}

    /** One promise of a conditional go that is still open. */
    record Owed(LocalDate due, String stage, String text, String owner) {}

    Blueprint narrow(Shown shown) {
        return new Blueprint(
                program,
                sponsor,
                manager,
                asOf,
                chapters.stream().map(chapter -> chapter.narrow(shown)).toList(),
                decisions,
                conditions);
    }

    public long passed() {
        return chapters.stream().filter(chapter -> chapter.state().isPassed()).count();
    }
}
