package org.waymark.process;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be told something once: the slot makes sure the same notice never goes out twice. It may be about a
 * task, and about another person who has not done theirs.
 */
public record NoticeDue(
        String program,
        String stage,
        String taskKey,
        String person,
        String slot,
        String kind,
        @Nullable String task,
        @Nullable String about) {}
