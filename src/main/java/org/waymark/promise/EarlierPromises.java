package org.waymark.promise;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.Workflow;
import org.waymark.program.Programs;

/** Promises older than their diagram get their run when Waymark starts, so that nothing promised is ever forgotten. */
@Component
class EarlierPromises {

    private static final String STOPPED = "STOPPED";

    private final Conditions conditions;
    private final Programs programs;
    private final Workflow workflow;

    EarlierPromises(Conditions conditions, Programs programs, Workflow workflow) {
        this.conditions = conditions;
        this.programs = programs;
        this.workflow = workflow;
    }

    /** Starts what has no run yet; a stopped program is owed nothing. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void start() {
        for (Condition condition : conditions.withoutRun()) {
            if (!programs.get(condition.program()).state().equals(STOPPED) && conditions.takeUp(condition.id())) {
                conditions.runsAs(
                        condition.id(), workflow.startApart("condition", condition.program(), condition.stage()));
            }
        }
    }
}
