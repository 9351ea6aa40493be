package org.waymark.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.program.Program;
import org.waymark.stage.Document;

/** One review as people read it, with names instead of ids and words instead of numbers. */
record Review(
        Program program,
        String stage,
        int gate,
        @Nullable Sitting sitting,
        List<FindingRow> rows,
        List<Figures.Figure> figures,
        @Nullable Document document,
        List<String> panel,
        int quorum,
        long voted,
        List<Voice> votes,
        List<Scores.Result> scores,
        @Nullable Integer scoreTotal,
        List<Exchange> questions,
        List<Promised> conditions,
        List<Evidence.Piece> evidence,
        Recommendation recommendation,
        String submittedBy,
        String calledOn,
        String decideBy,
        String decidedBy,
        String decidedOn,
        List<Excepted> exceptions,
        Map<String, Proving.Proof> proofs) {

    /** A vote that may be seen, because the review is closed or its route opens the votes. */
    record Voice(String name, Decision decision, @Nullable String reason) {}

    /** Somebody barred who may decide in this round all the same, and the two names behind it. */
    record Excepted(String name, Exemption.Bar bar, String reason, String askedBy, String confirmedBy, String on) {}

    /** A question and what came back. */
    record Exchange(
            String name,
            String text,
            @Nullable String answer,
            @Nullable String evidence) {}

    /** A condition with its owner's name and its date in words. */
    record Promised(
            String text,
            String owner,
            String due,
            String state,
            @Nullable String proof) {}

    public long met() {
        return rows.stream().filter(row -> row.finding().met()).count();
    }

    /** How ready the stage is: the weight of what is met in the weight of all. */
    public int ready() {
        int all = rows.stream().mapToInt(row -> row.finding().weight()).sum();
        int done = rows.stream()
                .filter(row -> row.finding().met())
                .mapToInt(row -> row.finding().weight())
                .sum();
        return all == 0 ? 100 : done * 100 / all;
    }

    /** What stands in the way, then what is open, then what is met. */
    public List<FindingRow> open() {
        return rows.stream().filter(row -> !row.finding().met()).toList();
    }

    /** The one section a sponsor needs to see at once: the first with a chart, else the first. */
    public Optional<Document> gist() {
        return document == null
                ? Optional.empty()
                : heart(document).map(section -> new Document(document.headline(), List.of(section)));
    }

    /** Everything else that was agreed, for whoever wants to read on. */
    public Optional<Document> rest() {
        if (document == null) {
            return Optional.empty();
        }
        Optional<Document.Section> shown = heart(document);
        List<Document.Section> others = document.sections().stream()
                .filter(section -> shown.filter(one -> one == section).isEmpty())
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Document(document.headline(), others));
    }

    private static Optional<Document.Section> heart(Document document) {
        return document.sections().stream()
                .filter(section -> section.chart() != null)
                .findFirst()
                .or(() -> document.sections().stream().findFirst());
    }

    /** Whether votes are read as they are cast, and the last one has not been. */
    public boolean votesSoFar() {
        return sitting != null && sitting.votesOpen() && sitting.showsVotes() && sitting.decision() == null;
    }

    public int number() {
        return sitting == null ? 0 : sitting.number();
    }
}
