package org.waymark.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** The diagrams as drawn, and where a program stands in them right now. */
@Component
public class Diagrams {

    private final RuntimeService runtime;
    private final HistoryService history;

    Diagrams(@Lazy RuntimeService runtime, @Lazy HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    /** Elements a program has passed and those it waits on, in one diagram. */
    public record Position(String diagram, Set<String> passed, Set<String> waiting) {

        /** Several runs of the same diagram, as several conditions or benefits have them, in one drawing. */
        Position and(Position other) {
            passed.addAll(other.passed);
            waiting.addAll(other.waiting);
            return this;
        }
    }

    /** The drawing of a process, as BPMN XML. */
    public String xml(String process) {
        if (!process.matches("journey|gate|condition|benefit|stage-[a-z-]+")) {
            throw Refusal.missing("web.nothing-there");
        }
        String file = process.startsWith("stage-") ? "stages/" + process.substring("stage-".length()) : process;
        try (InputStream in = new ClassPathResource("processes/" + file + ".bpmn").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.missing("web.nothing-there");
        }
    }

    /** Where the program is: the journey first, then the stage or gate in flight. */
    @Transactional(readOnly = true)
    public List<Position> positions(String program) {
        Map<String, Position> found = new LinkedHashMap<>();
        List<ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(program)
                .list();
        for (ProcessInstance instance : instances) {
            String diagram = instance.getProcessDefinitionId().split(":", 2)[0];
            Set<String> waiting = new LinkedHashSet<>(runtime.getActiveActivityIds(instance.getId()));
            found.merge(diagram, new Position(diagram, passed(instance.getId()), waiting), Position::and);
        }
        return found.values().stream()
                .sorted((one, two) -> Boolean.compare(
                        two.diagram().equals("journey"), one.diagram().equals("journey")))
                .toList();
    }

    private Set<String> passed(String instance) {
        Set<String> passed = new LinkedHashSet<>();
        for (HistoricActivityInstance one : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()) {
            passed.add(one.getActivityId());
        }
        return passed;
    }
}
