package org.waymark.security;

import org.jspecify.annotations.Nullable;

/** Somebody to be added; what is left out takes the usual value. */
public record NewPerson(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String role,
        @Nullable String language,
        @Nullable String zone) {
    NewPerson of(String knownId) {
        return new NewPerson(knownId, name, email, role, language, zone);
    }
}
