package org.waymark.process.carry;

import org.jspecify.annotations.Nullable;

/**
 * What became of something a released drawing had: a step that has another id now ({@code became}), a step that is
 * asked of nobody any more, so that the token goes on to the step behind it ({@code then}), or what a call no longer
 * hands on ({@code without}); and why.
 */
public record Move(
        String diagram,
        String step,
        @Nullable String became,
        @Nullable String then,
        @Nullable String without,
        String why) {}
