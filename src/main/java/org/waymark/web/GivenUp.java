package org.waymark.web;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool to throw away the connections to a file that H2 gave up on a full or broken disk. They call themselves
 * valid for ever, while the next new one opens the file again.
 */
public final class GivenUp implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return DatabaseAway.givenUp(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
