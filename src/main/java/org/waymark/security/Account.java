package org.waymark.security;

/** A person together with what decides whether their sign-in still counts. */
record Account(Person person, boolean mustChangePassword, int accessVersion) {
    boolean admits(int version) {
        return person.active() && version == accessVersion;
    }
}
