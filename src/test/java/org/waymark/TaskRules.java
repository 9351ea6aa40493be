package org.waymark;

import static org.waymark.ContractRules.require;
import static org.waymark.Diagram.CAMUNDA;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What people are asked: each task has somebody, a date, the one form, the one way to hand in, and contributions can be closed. */
final class TaskRules {

    private TaskRules() {}

    static Stream<String> userTasks(Diagram diagram) {
        List<String> said = new ArrayList<>();
        for (Diagram.Shape task : diagram.shapes("userTask")) {
            List<Element> listeners = Diagram.camundaIn(task.xml(), "taskListener");
            List<Element> rounds = Diagram.bpmnIn(task.xml(), "multiInstanceLoopCharacteristics");
            require(
                    said,
                    task.camunda("formKey").equals("embedded:deployment:task.html"),
                    task.id() + " has another form");
            require(
                    said,
                    rounds.isEmpty()
                            ? task.camunda("assignee").matches("\\$\\{.+\\..+}")
                            : task.camunda("assignee").equals("${person}"),
                    task.id() + " is nobody's");
            require(said, task.camunda("dueDate").startsWith("${"), task.id() + " is never due");
            require(said, task.camunda("priority").equals("50"), task.id() + " has no priority");
            require(
                    said,
                    !Diagram.children(task.xml(), "documentation")
                            .map(Element::getTextContent)
                            .filter(text -> !text.isBlank())
                            .toList()
                            .isEmpty(),
                    task.id() + " does not say what it asks");
            require(
                    said,
                    listeners.size() == 1
                            && listeners.get(0).getAttribute("event").equals("complete")
                            && listeners.get(0).getAttribute("expression").equals("${work.submit(task.id)}"),
                    task.id() + " does not hand in through Work");
            rounds.forEach(round -> require(
                    said,
                    round.getAttributeNS(CAMUNDA, "collection").startsWith("${")
                            && round.getAttributeNS(CAMUNDA, "elementVariable").equals("person")
                            && !round.getAttribute("isSequential").equals("true"),
                    task.id() + " does not ask each person once, side by side"));
        }
        return said.stream();
    }

    static Stream<String> contributions(Diagram diagram) {
        List<String> said = new ArrayList<>();
        diagram.shapes("userTask").stream()
                .filter(task -> diagram.isStage()
                        && !Diagram.bpmnIn(task.xml(), "multiInstanceLoopCharacteristics")
                                .isEmpty())
                .forEach(task -> {
                    Map<String, Diagram.Shape> on = diagram.boundaries(task.id()).stream()
                            .collect(Collectors.toMap(
                                    event -> event.id().replaceFirst(task.id(), ""), Function.identity()));
                    require(
                            said,
                            on.keySet().equals(Set.of("Closed", "Reminder", "Overdue")),
                            task.id() + " lacks its close, its reminder or its overdue timer");
                    on.forEach((kind, event) -> {
                        boolean interrupts =
                                !event.xml().getAttribute("cancelActivity").equals("false");
                        require(
                                said,
                                interrupts == kind.equals("Closed"),
                                event.id() + (interrupts ? " ends" : " does not end") + " the contribution");
                        boolean timer = !Diagram.bpmnIn(event.xml(), "timeDate").isEmpty();
                        require(said, timer != kind.equals("Closed"), event.id() + " waits for the wrong thing");
                    });
                    if (on.containsKey("Closed")) {
                        require(
                                said,
                                targets(diagram, on.get("Closed").id()).equals(targets(diagram, task.id())),
                                task.id() + " goes another way when it is closed");
                    }
                });
        return said.stream();
    }

    private static Set<String> targets(Diagram diagram, String shape) {
        return diagram.from(shape).stream().map(Diagram.Flow::target).collect(Collectors.toSet());
    }
}
