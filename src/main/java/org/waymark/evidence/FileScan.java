package org.waymark.evidence;

import java.util.Optional;

/**
 * The hook for a virus scanner: an installation that has one offers a bean of this kind, and every file passes it
 * before it is kept. Waymark brings none, and without one no file is scanned.
 */
public interface FileScan {

    /** What speaks against a file, in words for whoever brings it; nothing when it may be kept. */
    Optional<String> objection(String name, byte[] content);
}
