package org.waymark.security;

import org.jspecify.annotations.Nullable;

/** Somebody who can be asked for something, with the language and the time zone they work in. */
public record Person(
        String id, String name, @Nullable String email, Role role, String language, String zone, boolean active) {
    Person withoutEmail() {
        return new Person(id, name, null, role, language, zone, active);
    }
}
