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

    /** A table says the same as long as Waymark runs, and asking it costs milliseconds: half of a busy node's work. */
    private final Map<Question, Map<String, Object>> answers = new ConcurrentHashMap<>();

    private record Question(String decision, Map<String, Object> inputs) {}

    DecisionTables() {}

    /** The single answer of a table; a combination no row covers is a fault of the table and is said so. */
    public Map<String, Object> evaluate(String decision, Map<String, Object> inputs) {
        // stages, depths, bands and numbers of functions are few, so their combinations are too
        return answers.computeIfAbsent(new Question(decision, Map.copyOf(inputs)), this::ask);
    }

    private Map<String, Object> ask(Question question) {
        DmnDecisionResult results =
                engine.evaluateDecision(decisions.computeIfAbsent(question.decision(), this::read), question.inputs());
        if (results.isEmpty()) {
            throw new IllegalStateException("No row of " + question.decision() + " covers " + question.inputs());
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
