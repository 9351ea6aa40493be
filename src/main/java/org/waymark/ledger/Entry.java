package org.waymark.ledger;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Sha256;

/**
 * One line of the decision record, chained to the line before it. A line that came from elsewhere bears the code the
 * program had there ({@code chainedAs}): under that code it was chained, and so it is proved.
 */
public record Entry(
        long sequence,
        OffsetDateTime at,
        String program,
        String kind,
        @Nullable String person,
        @Nullable String onBehalfOf,
        String subject,
        String data,
        String previousHash,
        String hash,
        @Nullable String chainedAs) {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * The hash of the canonical form: the fields in this order, each as its length, a colon and its UTF-8 text, the
     * time in UTC microseconds, the data as JSON with sorted keys. The same bytes on every database.
     */
    public String computedHash() {
        StringBuilder form = new StringBuilder();
        for (@Nullable
        String part : new @Nullable String[] {
            chainedAs == null ? program : chainedAs,
            Long.toString(sequence),
            MICROS.format(at),
            kind,
            person,
            onBehalfOf,
            subject,
            data,
            previousHash
        }) {
            String text = part == null ? "" : part;
            form.append(text.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(text)
                    .append('\n');
        }
        return Sha256.hex(form.toString());
    }

    /** The same line with its hash. */
    Entry sealed() {
        return new Entry(
                sequence,
                at,
                program,
                kind,
                person,
                onBehalfOf,
                subject,
                data,
                previousHash,
                computedHash(),
                chainedAs);
    }

    /** The same line in the record of a program that is called this; proved under the code it was chained under. */
    Entry under(String code) {
        String chained = chainedAs == null ? program : chainedAs;
        return new Entry(
                sequence,
                at,
                code,
                kind,
                person,
                onBehalfOf,
                subject,
                data,
                previousHash,
                hash,
                chained.equals(code) ? null : chained);
    }
}
