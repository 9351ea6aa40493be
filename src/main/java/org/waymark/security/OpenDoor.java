package org.waymark.security;

import org.jspecify.annotations.Nullable;

/** A call that the engine's own web interface answers, and the right it asks for; none where everybody may. */
public record OpenDoor(
        String verbs, String address, @Nullable Right right) {}
