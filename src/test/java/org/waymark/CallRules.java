package org.waymark;

import static org.waymark.ContractRules.require;
import static org.waymark.Diagram.BPMN;
import static org.waymark.Diagram.CAMUNDA;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a diagram calls and what calls it: beans, other diagrams, messages, and what is handed over. */
final class CallRules {

    private static final Set<String> SAFE_ARGUMENTS =
            Set.of("execution.processBusinessKey", "execution.processInstanceId", "task.id");
    private static final Set<String> VARIABLES = Set.of(
            "program",
            "stage",
            "outcome",
            "recycleTo",
            "submission",
            "panelState",
            "owners",
            "person",
            "proof",
            "resolution",
            "checkpoint",
            "confirmation",
            "drift",
            "driftDecision",
            "quarter");

    private final Beans beans;
    private final Path sources;
    private final Path processes;

    CallRules(Beans beans, Path sources, Path processes) {
        this.beans = beans;
        this.sources = sources;
        this.processes = processes;
    }

    Stream<String> beans(Diagram diagram) {
        Stream<String> noCall = diagram.shapes("serviceTask").stream()
                .filter(task -> task.camunda("expression").isEmpty())
                .map(task -> task.id() + " does nothing");
        return Stream.concat(
                noCall,
                Calls.of(diagram).stream().flatMap(Calls.Expression::call).flatMap(beans::objections));
    }

    /** Program, stage and sitting come from the business key, the instance and plain words, never from variables. */
    Stream<String> arguments(Diagram diagram) {
        return Calls.of(diagram).stream()
                .flatMap(Calls.Expression::call)
                .flatMap(call -> call.arguments().stream()
                        .filter(argument -> !SAFE_ARGUMENTS.contains(argument) && !argument.matches("'[^']+'"))
                        .filter(argument ->
                                !(argument.equals("recycleTo") && call.in().place() == Calls.Place.OUTCOME))
                        .filter(argument ->
                                !(argument.equals("stage") && call.in().place() == Calls.Place.DATE))
                        .map(argument -> call.in().owner() + " trusts the variable " + argument));
    }

    /** A stage diagram speaks of its own stage and its own tasks only, the journey of the stage it stands at. */
    Stream<String> ownStage(Diagram diagram) {
        Set<String> tasks =
                diagram.shapes("userTask").stream().map(Diagram.Shape::id).collect(Collectors.toSet());
        Stream<String> calls = Calls.of(diagram).stream()
                .filter(one -> diagram.isStage())
                .flatMap(Calls.Expression::call)
                .filter(call -> call.bean().equals("programProcess"))
                .filter(call -> switch (call.method()) {
                    case "openStage", "dueDate", "remindAt", "escalateAt" ->
                        !call.arguments().get(1).equals("'" + diagram.file() + "'");
                    case "remind", "escalate" ->
                        !tasks.contains(call.arguments().get(1).replace("'", ""));
                    default -> false;
                })
                .map(call -> call.in().owner() + " speaks of another stage: " + call.arguments());
        Stream<String> handed = diagram.shapes("callActivity").stream()
                .filter(call -> Diagram.camundaIn(call.xml(), "in").stream()
                        .filter(in -> in.getAttribute("target").equals("stage"))
                        .noneMatch(in -> call.id()
                                .matches(BypassRules.camel(in.getAttribute("sourceExpression")) + "(Stage|Gate)")))
                .map(call -> call.id() + " hands in another stage");
        Stream<String> back = diagram.flows().stream()
                .filter(flow -> flow.condition().contains("recycleAt('"))
                .filter(flow -> !flow.source()
                        .equals(BypassRules.camel(flow.condition().replaceFirst(".*recycleAt\\('([^']+)'.*", "$1"))
                                + "Recycle"))
                .map(flow -> flow.id() + " asks for another stage");
        return Stream.of(calls, handed, back).flatMap(all -> all);
    }

    Stream<String> variables(Diagram diagram) {
        Stream<String> written = diagram.everything()
                .flatMap(xml -> Stream.of(
                        xml.getAttributeNS(CAMUNDA, "resultVariable"),
                        xml.getAttributeNS(CAMUNDA, "elementVariable"),
                        CAMUNDA.equals(xml.getNamespaceURI()) ? xml.getAttribute("target") : "",
                        CAMUNDA.equals(xml.getNamespaceURI())
                                        && xml.getLocalName().endsWith("Parameter")
                                ? xml.getAttribute("name")
                                : ""));
        return written.filter(name -> !name.isEmpty() && !VARIABLES.contains(name))
                .map(name -> "the variable " + name + " has no place in a diagram");
    }

    Stream<String> messages(Diagram diagram) {
        Map<String, String> named = new HashMap<>();
        diagram.elements(BPMN, "message").forEach(xml -> named.put(xml.getAttribute("id"), xml.getAttribute("name")));
        Set<String> caught = diagram.elements(BPMN, "messageEventDefinition")
                .map(xml -> xml.getAttribute("messageRef"))
                .collect(Collectors.toSet());
        List<String> said = new ArrayList<>();
        require(said, caught.equals(named.keySet()), "messages named " + named.keySet() + " but caught " + caught);
        named.values().forEach(name -> require(said, sent(name), "nobody sends " + name));
        return said.stream();
    }

    private boolean sent(String message) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).anyMatch(file -> {
                try {
                    return Files.readString(file).contains('"' + message + '"');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<String> calls(Diagram diagram) {
        List<String> said = new ArrayList<>();
        for (Diagram.Shape call : diagram.shapes("callActivity")) {
            String called = call.xml().getAttribute("calledElement");
            List<Element> in = Diagram.camundaIn(call.xml(), "in");
            Set<String> handed = in.stream()
                    .map(xml -> xml.getAttribute("target"))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            Set<String> back = Diagram.camundaIn(call.xml(), "out").stream()
                    .map(xml -> xml.getAttribute("source"))
                    .collect(Collectors.toSet());
            boolean gate = called.equals("gate");
            require(
                    said,
                    Files.exists(processes.resolve(
                            gate ? "gate.bpmn" : called.replaceFirst("^stage-", "stages/") + ".bpmn")),
                    call.id() + " calls nothing known");
            require(said, call.camunda("calledElementBinding").equals("latest"), call.id() + " does not bind latest");
            require(
                    said,
                    in.stream()
                            .anyMatch(xml -> xml.getAttribute("businessKey").equals("#{execution.processBusinessKey}")),
                    call.id() + " keeps the business key to itself");
            require(said, handed.equals(Set.of("program", "stage")), call.id() + " hands in " + handed);
            require(
                    said,
                    back.equals(gate ? Set.of("outcome", "recycleTo") : Set.of()),
                    call.id() + " hands back " + back);
            require(
                    said,
                    call.camunda("asyncBefore").equals("true") != gate,
                    call.id() + (gate ? " must" : " does not") + " begin in the transaction before it");
            require(
                    said,
                    gate
                            || Diagram.camundaIn(call.xml(), "failedJobRetryTimeCycle").stream()
                                    .anyMatch(xml -> xml.getTextContent().equals("R5/PT10S")),
                    call.id() + " is not tried again");
        }
        return said.stream();
    }
}
