package org.waymark.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.StagePassed;
import org.waymark.stage.Element;
import org.waymark.stage.Stages;

/**
 * When a gate says go to something other than last time, everything agreed later that depends on what was dropped or
 * changed is marked "needs another look"; nothing is deleted (dcfts.md 4.4, ripple rule).
 */
@Service
class Ripple {

    private final Traces traces;
    private final Snapshots snapshots;
    private final Marks marks;
    private final Stages stages;

    Ripple(Traces traces, Snapshots snapshots, Marks marks, Stages stages) {
        this.traces = traces;
        this.snapshots = snapshots;
        this.marks = marks;
        this.stages = stages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StagePassed passed) {
        String program = passed.program();
        Map<String, List<Element>> before = snapshots.of(program);
        List<Element> now = traces.of(program, passed.stage());
        List<Element> last = before.getOrDefault(passed.stage(), List.of());
        marks.lookedAt(program, passed.stage());
        Map<Element, Mark.How> changes = changes(last, now);
        if (!changes.isEmpty()) {
            spread(program, passed.stage(), before, changes);
        }
        snapshots.replace(program, passed.stage(), now);
    }

    /** An element of an agreed record was put right: what depends on it is marked as if its gate had just said go. */
    void corrected(String program, String stage, Element was) {
        Map<String, List<Element>> before = snapshots.of(program);
        List<Element> now = traces.of(program, stage);
        Map<Element, Mark.How> changes = changes(List.of(was), now);
        if (!changes.isEmpty()) {
            spread(program, stage, before, changes);
        }
        snapshots.replace(program, stage, now);
    }

    /** What is gone, and what stands differently; what is new asks nothing of what was agreed without it. */
    static Map<Element, Mark.How> changes(List<Element> last, List<Element> now) {
        Map<String, Element> today = new LinkedHashMap<>();
        now.forEach(element -> today.put(element.id(), element));
        Map<Element, Mark.How> changes = new LinkedHashMap<>();
        for (Element element : last) {
            Element same = today.get(element.id());
            if (same == null) {
                changes.put(element, Mark.How.DROPPED);
            } else if (differs(element, same)) {
                changes.put(element, Mark.How.CHANGED);
            }
        }
        return changes;
    }

    /** Whatever was agreed about it reads otherwise; where only part of it was kept, that part is compared. */
    private static boolean differs(Element then, Element now) {
        return !then.agreed().equals(now.agreed())
                || (then.details() != null && !then.details().equals(now.details()));
    }

    private void spread(
            String program, String stage, Map<String, List<Element>> before, Map<Element, Mark.How> changes) {
        Map<String, String> stageOf = new LinkedHashMap<>();
        List<Element> all = new ArrayList<>();
        before.forEach((of, elements) -> elements.forEach(element -> {
            stageOf.put(element.id(), of);
            all.add(element);
        }));
        Lineage lineage = new Lineage(all);
        int here = stages.of(stage).position();
        changes.forEach((changed, how) -> lineage.down(changed.id()).stream()
                .filter(marked ->
                        stages.of(stageOf.getOrDefault(marked.id(), stage)).position() > here)
                .forEach(marked -> marks.add(program, stageOf.getOrDefault(marked.id(), stage), marked, changed, how)));
    }
}
