package org.waymark.evidence;

import java.time.OffsetDateTime;

/** A file without its content: what it is called, which version, what it is, how big, and its SHA-256. */
public record EvidenceFile(
        long id,
        String place,
        String name,
        int version,
        String media,
        long bytes,
        String sha256,
        String addedBy,
        OffsetDateTime addedAt) {}
