package org.waymark.gate;

import java.util.List;
import org.springframework.stereotype.Service;
import org.waymark.process.Handover;
import org.waymark.process.WorkItem;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** "Agree and submit": spares the manager the second step when nothing is missing. */
@Service
class GateRequests implements Handover {

    private final Sittings sittings;
    private final Stages stages;
    private final Team team;

    GateRequests(Sittings sittings, Stages stages, Team team) {
        this.sittings = sittings;
        this.stages = stages;
        this.team = team;
    }

    /** The last agreement of a stage, in the hands of whoever submits it: the manager. */
    @Override
    public boolean offered(WorkItem task) {
        if (task.assignee() == null || !stages.exists(task.stage())) {
            return false;
        }
        List<String> agreeing = stages.of(task.stage()).agreeing();
        return task.taskKey().equals(agreeing.get(agreeing.size() - 1))
                && team.holding(task.program(), Part.MANAGER).contains(task.assignee());
    }

    @Override
    public void agreed(WorkItem task, boolean submit) {
        if (submit) {
            sittings.wish(task.program(), task.stage(), String.valueOf(task.assignee()), sittings.now());
        } else {
            sittings.dropWish(task.program(), task.stage());
        }
    }
}
