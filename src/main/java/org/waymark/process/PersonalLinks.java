package org.waymark.process;

import java.time.OffsetDateTime;
import java.util.Optional;

/** Opens one task to one person who will never sign in; made when it is written to them, so that its time is theirs. */
public interface PersonalLinks {

    /** The path that opens it, and until when. */
    record Leave(String path, OffsetDateTime until) {}

    /** Makes one for a task that still waits, in the name of whoever asked for it; nothing when it waits no more. */
    Optional<Leave> mailed(String task, String by);
}
