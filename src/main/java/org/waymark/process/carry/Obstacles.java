package org.waymark.process.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine objects to, sorted by the reasons people can do something about. */
final class Obstacles {

    private static final Logger log = LoggerFactory.getLogger(Obstacles.class);

    private Obstacles() {}

    static List<Carried.Obstacle> of(
            MigratingProcessInstanceValidationException refused, Drawing drawing, Map<String, Carried.Why> leftOut) {
        MigratingProcessInstanceValidationReport report = refused.getValidationReport();
        List<Carried.Obstacle> obstacles = new ArrayList<>();
        report.getActivityInstanceReports()
                .forEach(one -> add(obstacles, drawing, leftOut, one.getSourceScopeId(), one.getFailures()));
        report.getTransitionInstanceReports()
                .forEach(one -> add(obstacles, drawing, leftOut, one.getSourceScopeId(), one.getFailures()));
        if (!report.getFailures().isEmpty() || obstacles.isEmpty()) {
            add(obstacles, drawing, Map.of(), "", report.getFailures());
        }
        return obstacles.stream().distinct().toList();
    }

    private static void add(
            List<Carried.Obstacle> obstacles,
            Drawing drawing,
            Map<String, Carried.Why> leftOut,
            String scope,
            List<String> failures) {
        String element = scope.replaceAll("#.*", "");
        String said = String.join(" ", failures);
        log.info("{} cannot be carried over at {}: {}", drawing.diagram(), element, said);
        Carried.Why why = why(said);
        obstacles.add(new Carried.Obstacle(
                drawing.diagram(),
                element,
                element.isEmpty() ? "" : drawing.name(element),
                why == Carried.Why.NOWHERE ? leftOut.getOrDefault(element, why) : why));
    }

    static Carried.Why why(String said) {
        if (said.contains("no migration instruction") || said.contains("not migrated")) {
            return Carried.Why.NOWHERE;
        }
        if (said.contains("incompatible types") || said.contains("not of the same type")) {
            return Carried.Why.OTHER_KIND;
        }
        if (said.contains("multi-instance")) {
            return Carried.Why.MANY;
        }
        if (said.contains("gateway")) {
            return Carried.Why.GATEWAY;
        }
        if (said.contains("scope") || said.contains("ancestor") || said.contains("sequence flow")) {
            return Carried.Why.OTHER_PLACE;
        }
        return Carried.Why.ENGINE;
    }
}
