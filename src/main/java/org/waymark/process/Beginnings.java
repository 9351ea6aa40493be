package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.web.Refusal;

/** What a task begins with, as long as nobody has typed anything into it. */
@Component
class Beginnings {

    private final Drafts drafts;
    // asked for late: whoever prepares a beginning needs the engine room itself
    private final ObjectProvider<HeadStart> headStarts;

    Beginnings(Drafts drafts, ObjectProvider<HeadStart> headStarts) {
        this.drafts = drafts;
        this.headStarts = headStarts;
    }

    /** Its own beginning, with what was prepared for it as far as that still fits. */
    <D> D of(TaskWork<D> kind, WorkItem item) {
        D begun = kind.begin(item);
        for (HeadStart headStart : headStarts) {
            if (headStart.knows(item.taskKey())) {
                begun = with(headStart, kind, item, begun);
            }
        }
        return begun;
    }

    private <D> D with(HeadStart headStart, TaskWork<D> kind, WorkItem item, D begun) {
        JsonNode prepared = headStart.of(item, drafts.tree(begun));
        if (prepared == null) {
            return begun;
        }
        try {
            D draft = drafts.read(prepared, kind.type());
            kind.check(item, draft);
            return draft;
        } catch (Refusal noLongerFits) {
            return begun;
        }
    }
}
