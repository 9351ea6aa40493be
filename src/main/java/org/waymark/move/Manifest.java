package org.waymark.move;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a program's file: which program, from when and by whom, which release wrote it, what its record ends
 * with, what began to be sealed and stayed behind, who is named, and each part with its fingerprint.
 */
record Manifest(
        String format,
        int version,
        String schema,
        String code,
        String name,
        String state,
        String stage,
        String takenAt,
        String takenBy,
        long entries,
        String head,
        @Nullable String sealedStage,
        List<String> sealedReviews,
        String calendar,
        Map<String, String> diagrams,
        List<Someone> people,
        List<Piece> parts) {

    static final String FORMAT = "waymark-program";
    static final int VERSION = 1;

    /** Which review of which stage. */
    private static final Pattern REVIEW = Pattern.compile("[a-z-]{1,40}/\\d{1,6}");

    /** Somebody who is named in the file, by the name people read. */
    record Someone(String id, String name) {}

    /** One part of the file: how many rows it holds, how long it is, its SHA-256. */
    record Piece(String name, int rows, long bytes, String sha256) {}

    /** The rows of one part, by the table it came from. */
    int rows(String table) {
        return parts.stream()
                .filter(one -> one.name().endsWith("/" + table + ".json"))
                .mapToInt(Piece::rows)
                .sum();
    }

    /** Whether everything is said that has to be: a file may come from anybody, and leave out what it likes. */
    boolean whole() {
        return Stream.of(
                                schema,
                                code,
                                name,
                                state,
                                stage,
                                takenAt,
                                takenBy,
                                head,
                                calendar,
                                sealedReviews,
                                diagrams,
                                people,
                                parts)
                        .allMatch(Objects::nonNull)
                && sealedReviews.stream()
                        .allMatch(one -> one != null && REVIEW.matcher(one).matches())
                && diagrams.values().stream().allMatch(Objects::nonNull)
                && people.stream().allMatch(one -> one != null && one.id() != null && one.name() != null)
                && parts.stream().allMatch(one -> one != null && one.name() != null && one.sha256() != null);
    }

    boolean running() {
        return state.equals("RUNNING");
    }
}
