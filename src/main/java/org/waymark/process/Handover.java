package org.waymark.process;

/** "Agree and submit": whoever agrees a stage may have it decided at once; the package that knows gates answers. */
public interface Handover {

    /** Whether handing this task in may hand the whole stage in as well, by the person who has it. */
    boolean offered(WorkItem task);

    /** Hears in the agreement's own transaction whether the stage shall be decided at once. */
    void agreed(WorkItem task, boolean submit);
}
