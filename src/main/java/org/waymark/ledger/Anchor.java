package org.waymark.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.waymark.web.Sha256;

/** One day's anchor: the hash over the heads that moved, chained to the anchor before it. */
record Anchor(LocalDate anchorDay, long heads, String previousHash, String hash) {

    /** The last line of one program's chain as it stood when the anchor was made. */
    record Head(String program, long sequence, LocalDate anchorDay, String hash) {}

    /**
     * The hash of the canonical form: the day, the hash before, then of every head by program its program, sequence
     * and hash; each as its length, a colon and its UTF-8 text. The same bytes on every database.
     */
    static String hash(LocalDate day, String previousHash, List<Head> heads) {
        StringBuilder form = new StringBuilder();
        part(form, day.toString());
        part(form, previousHash);
        heads.stream()
                .sorted(Comparator.comparing(Head::program).thenComparing(Head::sequence))
                .forEach(head -> {
                    part(form, head.program());
                    part(form, Long.toString(head.sequence()));
                    part(form, head.hash());
                });
        return Sha256.hex(form.toString());
    }

    private static void part(StringBuilder form, String text) {
        form.append(text.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(text)
                .append('\n');
    }
}
