package org.waymark.stakeholder;

import org.jspecify.annotations.Nullable;

/** One person in one part of a program, with the function they speak for and the group they rate in. */
public record Member(
        String program,
        String person,
        Part part,
        @Nullable String function,
        @Nullable String group) {}
