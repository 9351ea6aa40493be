package org.waymark.process.carry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it meant, or would mean, for one program to go over to the newest drawings.
 *
 * @param tasks for the house alone: a task's name may tell what a program is about, and whoever keeps releases need not
 *     know
 */
public record Carried(
        List<Part> parts,
        List<Step> steps,
        List<Timer> timers,
        @JsonIgnore List<TaskNow> tasks,
        List<Obstacle> obstacles) {

    /** One running diagram and the versions it left and came to. */
    public record Part(String diagram, int from, int to) {}

    /**
     * Where a token stood and where it stands.
     *
     * @param was empty where it stands only since the move
     * @param is empty where nothing waits there any more
     */
    public record Step(String diagram, String was, String wasNamed, String is, String isNamed) {

        public boolean kept() {
            return !was.isEmpty() && !is.isEmpty();
        }
    }

    /** A timer and when it goes off, before and after; null where there was or is none. */
    public record Timer(
            String diagram,
            String element,
            String name,
            @Nullable OffsetDateTime before,
            @Nullable OffsetDateTime after) {

        /** Whether anything about it changed. */
        public boolean moved() {
            OffsetDateTime was = before;
            OffsetDateTime is = after;
            return was == null || is == null || !was.isEqual(is);
        }
    }

    /** A task that waits under another key or name since the move. */
    public record TaskNow(String task, String key, String name) {}

    /** Why a step cannot be carried over. */
    public record Obstacle(String diagram, String element, String name, Why why) {}

    /** The reasons, as far as people need to tell them apart. */
    public enum Why {
        NOWHERE,
        OTHER_KIND,
        OTHER_PLACE,
        MANY,
        GATEWAY,
        NOT_THERE,
        NOTHING_LEFT,
        ENGINE
    }

    public boolean possible() {
        return obstacles.isEmpty();
    }
}
