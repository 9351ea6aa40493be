package org.waymark.process;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Refusal;

/**
 * What one kind of task means: how it starts, what is wrong or missing in what a person has typed, what handing it in
 * does, how it looks. Pages, API, Tasklist and the engine's listener all come through here.
 */
public interface TaskWork<D> {

    /** The user task's id in its diagram. */
    String key();

    /** The record a draft is, with the field names of the API. */
    Class<D> type();

    /** What the person starts from: the last round's answer, or a blank. */
    D begin(WorkItem task);

    /** Refuses what can never be right, so that it is not even kept as a draft. */
    void check(WorkItem task, D draft);

    /** What is still to do before it can be handed in; empty when it is ready. */
    List<Missing> missing(WorkItem task, D draft);

    /** Takes the complete draft into the model, in the token's own transaction. */
    void submit(WorkItem task, D draft);

    /** How it looks. */
    View view(WorkItem task, D draft);

    /** Which one it is, where several of this kind may wait in one program; empty where there is only one. */
    default String about(WorkItem opened) {
        return "";
    }

    /** Whether the person may hand the task to a colleague. */
    default boolean passable(WorkItem task) {
        return true;
    }

    /**
     * Whether what is typed belongs to the task and goes along when the task changes hands: so where somebody writes down
     * what a group agreed, never where a person speaks in their own name.
     */
    default boolean carriesDraft(WorkItem task) {
        return false;
    }

    /** In whose place the person does it, for the decision record; nobody's but in their own name as a rule. */
    default @Nullable String onBehalfOf(WorkItem task) {
        return null;
    }

    /** The name of whoever this person may do it for today; nobody stands in as a rule. */
    default @Nullable String standsInFor(WorkItem task, String person) {
        return null;
    }

    /** Who may take it over from the person it waits for; Tasklist shows it to them too. */
    default Set<String> standIns(WorkItem task) {
        return Set.of();
    }

    /** Takes the task over from whoever it waits for, for as long as the person stands in for them. */
    default void standIn(WorkItem task, String person) {
        throw Refusal.forbidden("work.not-yours", String.valueOf(task.assignee()));
    }

    /** Why it closed without the answer of whoever it waited for, if there is more to say than that it did. */
    default @Nullable Refusal closedBy(WorkItem task) {
        return null;
    }

    /** How its draft reads as a table, for those that can be filled from a file. */
    default @Nullable FileShape fromFile() {
        return null;
    }
}
