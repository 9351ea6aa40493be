package org.waymark.security;

import org.jspecify.annotations.Nullable;

/** A person together with what decides whether their sign-in still counts. */
record Account(Person person, boolean mustChangePassword, int accessVersion, String endedSessions) {
    boolean admits(int version) {
        return person.active() && version == accessVersion;
    }

    /** Whether this one of their sessions was ended before its time. */
    boolean ended(@Nullable Long session) {
        return session != null && endedSessions.contains(" " + session + " ");
    }
}
