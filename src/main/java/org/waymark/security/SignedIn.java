package org.waymark.security;

import java.io.Serializable;
import java.security.Principal;

/** Who a session belongs to, and which of the person's sign-ins it is. */
record SignedIn(String id, int accessVersion) implements Principal, Serializable {
    @Override
    public String getName() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
