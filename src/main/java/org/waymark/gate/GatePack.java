package org.waymark.gate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.program.Program;
import org.waymark.stage.Document;

/** Everything a sponsor needs for one decision, in words, for a page and for paper. */
public record GatePack(
        Program program,
        String stage,
        int gate,
        int number,
        String standing,
        String recommendation,
        String rule,
        @Nullable String route,
        List<String> panel,
        int quorum,
        long voted,
        boolean votesSoFar,
        List<Said> votes,
        List<Line> findings,
        List<Figure> figures,
        List<Difference> differences,
        boolean first,
        @Nullable Document money,
        List<Figure> alignment,
        List<Owed> conditions,
        List<Said> answers,
        List<Proof> evidence,
        List<Flag> exceptions) {

    /** A finding: what is asked, how it stands, what it would take, and what somebody asks to let pass. */
    public record Line(
            boolean met,
            String text,
            String kind,
            String shown,
            @Nullable String takes,
            @Nullable String waiver,
            @Nullable String proof) {}

    /** A figure with a line beneath. */
    public record Figure(
            String label, String value, @Nullable String note) {}

    /** What changed since the last review. */
    public record Difference(String label, String was, String now) {}

    /** Somebody and what they said. */
    public record Said(String name, String words, @Nullable String why) {}

    /** A promise that is still open. */
    public record Owed(String text, String owner, String due) {}

    /** A piece of evidence and its fingerprint. */
    public record Proof(String name, String sha256) {}

    /** An exception to separation of duties and the two names behind it. */
    public record Flag(String name, Exemption.Bar bar, String why) {}

    public long met() {
        return findings.stream().filter(Line::met).count();
    }

    /** The part of the business case with its chart. */
    public Optional<Document.Section> heart() {
        return money == null
                ? Optional.empty()
                : money.sections().stream()
                        .filter(section -> section.chart() != null)
                        .findFirst();
    }
}
