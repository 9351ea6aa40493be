package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a task may begin with beyond its own beginning, because somebody worked on it before it was there. */
public interface HeadStart {

    /** Whether anything can be prepared for this kind of task at all. */
    boolean knows(String taskKey);

    /** The draft to begin with, or nothing when nothing was prepared for this one. */
    @Nullable
    JsonNode of(WorkItem task, JsonNode begun);
}
