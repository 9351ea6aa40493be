package org.waymark.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has left a part, and somebody may have taken it over; told within the change, before open work is handed
 * over, so that what may not simply be handed over is seen to first.
 */
public record TeamChanged(
        String program, String person, Part part, @Nullable String successor, String by) {}
