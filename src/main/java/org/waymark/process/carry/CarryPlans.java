package org.waymark.process.carry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/**
 * How one version of a diagram goes over into another: equal ids, and those the notes beside the diagrams name. A timer
 * or message keeps what it is set to, unless its drawing says something else now.
 */
final class CarryPlans {

    private static final String BODY = BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX;

    private final RuntimeService runtime;
    private final Drawings drawings;
    private final Moves moves;
    private final Map<String, Prepared> known = new ConcurrentHashMap<>();

    CarryPlans(RuntimeService runtime, Drawings drawings, Moves moves) {
        this.runtime = runtime;
        this.drawings = drawings;
        this.moves = moves;
    }

    /** A plan, and why what it leaves out cannot be part of it. */
    record Prepared(MigrationPlan plan, Map<String, Carried.Why> leftOut) {}

    Prepared between(String from, String to) {
        return known.computeIfAbsent(from + ">" + to, any -> prepare(from, to));
    }

    private Prepared prepare(String from, String to) {
        Map<String, String> pairs = pairs(from, to);
        Set<String> again = again(from, to);
        Map<String, Carried.Why> leftOut = new HashMap<>();
        while (true) {
            MigrationPlanBuilder builder = runtime.createMigrationPlan(from, to);
            pairs.forEach((was, is) -> {
                var pair = builder.mapActivities(was, is);
                if (again.contains(was)) {
                    pair.updateEventTrigger();
                }
            });
            try {
                return new Prepared(builder.build(), leftOut);
            } catch (MigrationPlanValidationException refused) {
                var reports = refused.getValidationReport().getInstructionReports();
                if (reports.isEmpty()) {
                    throw refused;
                }
                for (MigrationInstructionValidationReport one : reports) {
                    String step = one.getMigrationInstruction().getSourceActivityId();
                    pairs.remove(step);
                    leftOut.putIfAbsent(step.replace(BODY, ""), Obstacles.why(String.join(" ", one.getFailures())));
                }
            }
        }
    }

    private Map<String, String> pairs(String from, String to) {
        Drawing older = drawings.drawing(from);
        Set<String> elements = drawings.drawing(to).shapes().keySet();
        Set<String> targets = drawings.activities(to);
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String was : drawings.activities(from)) {
            String step = was.replace(BODY, "");
            String is = moves.now(older.diagram(), step, elements) + was.substring(step.length());
            if (targets.contains(is)) {
                pairs.put(was, is);
            }
        }
        return pairs;
    }

    /** Events that are drawn with another time or message now. */
    private Set<String> again(String from, String to) {
        Drawing older = drawings.drawing(from);
        Drawing newer = drawings.drawing(to);
        Set<String> again = new HashSet<>();
        for (Drawing.Shape was : older.shapes().values()) {
            String now = moves.now(older.diagram(), was.id(), newer.shapes().keySet());
            newer.find(now)
                    .filter(is -> was.type().endsWith("Event")
                            && !was.say(Drawing.Says.WHEN).equals(is.say(Drawing.Says.WHEN)))
                    .ifPresent(is -> again.add(was.id()));
        }
        return again;
    }
}
