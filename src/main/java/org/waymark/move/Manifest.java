package org.waymark.move;

import java.util.List;
import java.util.Map;
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

    boolean running() {
        return state.equals("RUNNING");
    }
}
