package org.waymark.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Asks the routing tables of {@code processes/decisions}; evaluated apart from the engine, so it leaves no history. */
@Component
public class DecisionTables {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();

    DecisionTables() {}

    /** The single answer of a table; a combination no row covers is a fault of the table and is said so. */
    public Map<String, Object> evaluate(String decision, Map<String, Object> inputs) {
        DmnDecisionResult results = engine.evaluateDecision(decisions.computeIfAbsent(decision, this::read), inputs);
        if (results.isEmpty()) {
            throw new IllegalStateException("No row of " + decision + " covers " + inputs);
        }
        return Map.copyOf(results.getFirstResult().getEntryMap());
    }

    private DmnDecision read(String decision) {
        try (InputStream file = new ClassPathResource("processes/decisions/" + decision + ".dmn").getInputStream()) {
            return engine.parseDecision(decision, file);
        } catch (IOException e) {
            throw new IllegalStateException("No decision table " + decision, e);
        }
    }
}
