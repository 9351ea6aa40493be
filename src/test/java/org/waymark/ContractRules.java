package org.waymark;

import static org.waymark.Diagram.BPMN;
import static org.waymark.Diagram.BPMNDI;
import static org.waymark.Diagram.CAMUNDA;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What every diagram has to keep to; each rule answers with its objections, none if all is well. */
final class ContractRules {

    private static final Set<String> BARRED_ELEMENTS = Set.of(
            "errorEventDefinition",
            "escalationEventDefinition",
            "compensateEventDefinition",
            "conditionalEventDefinition",
            "terminateEventDefinition",
            "scriptTask",
            "script",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "manualTask",
            "task",
            "inclusiveGateway",
            "complexGateway",
            "executionListener",
            "connector",
            "field",
            "formData");
    private static final Set<String> BARRED_ATTRIBUTES =
            Set.of("class", "delegateExpression", "type", "default", "candidateStarterUsers", "formRef");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Z0-9][a-z']*([ \n,][A-Za-z][a-z']*)*");

    private final CallRules calls;

    /** Rules against the beans, the Java sources and the diagrams that may be called. */
    ContractRules(Beans beans, Path sources, Path processes) {
        this.calls = new CallRules(beans, sources, processes);
    }

    /** Every rule by its name. */
    Map<String, Function<Path, List<String>>> all() {
        Map<String, Function<Path, List<String>>> rules = new LinkedHashMap<>();
        rules.put("file", on(this::file));
        rules.put("ids", on(this::ids));
        rules.put("drawing", on(this::drawing));
        rules.put("arrows", on(this::arrows));
        rules.put("names", on(this::names));
        rules.put("barred", on(this::barred));
        rules.put("user-tasks", on(TaskRules::userTasks));
        rules.put("contributions", on(TaskRules::contributions));
        rules.put("gateways", on(GatewayRules::gateways));
        rules.put("beans", on(calls::beans));
        rules.put("arguments", on(calls::arguments));
        rules.put("own-stage", on(calls::ownStage));
        rules.put("variables", on(calls::variables));
        rules.put("messages", on(calls::messages));
        rules.put("calls", on(calls::calls));
        return rules;
    }

    private static Function<Path, List<String>> on(Function<Diagram, Stream<String>> rule) {
        return path -> rule.apply(Diagram.read(path)).toList();
    }

    private Stream<String> file(Diagram diagram) {
        Element process = diagram.process();
        List<String> said = new ArrayList<>();
        require(
                said,
                process.getAttribute("id").equals((diagram.isStage() ? "stage-" : "") + diagram.file()),
                "the process is not called as its file");
        require(said, process.getAttribute("isExecutable").equals("true"), "the process cannot be executed");
        require(said, !process.getAttribute("name").isBlank(), "the process has no name");
        require(
                said,
                process.getAttributeNS(CAMUNDA, "historyTimeToLive").equals("P1095D"),
                "no time to live of three years");
        require(said, !process.getAttributeNS(CAMUNDA, "versionTag").isBlank(), "no version tag");
        require(said, diagram.elements(BPMN, "process").count() == 1, "not exactly one process");
        return said.stream();
    }

    private Stream<String> ids(Diagram diagram) {
        Set<String> seen = new HashSet<>();
        return diagram.everything()
                .map(xml -> xml.getAttribute("id"))
                .filter(id -> !id.isEmpty() && !seen.add(id))
                .map(id -> "the id " + id + " is used twice");
    }

    private Stream<String> drawing(Diagram diagram) {
        Map<String, Element> drawn = diagram.elements(BPMNDI, "*")
                .filter(xml -> xml.getLocalName().matches("BPMNShape|BPMNEdge"))
                .collect(Collectors.toMap(xml -> xml.getAttribute("bpmnElement"), Function.identity(), (a, b) -> a));
        return Stream.concat(
                diagram.shapes().stream()
                        .filter(shape -> !drawn.containsKey(shape.id()))
                        .map(shape -> shape.id() + " is not drawn"),
                diagram.flows().stream()
                        .filter(flow -> !drawn.containsKey(flow.id())
                                || drawn.get(flow.id())
                                                .getElementsByTagNameNS("*", "waypoint")
                                                .getLength()
                                        < 2)
                        .map(flow -> flow.id() + " is not drawn"));
    }

    private Stream<String> arrows(Diagram diagram) {
        Stream<String> listed = diagram.shapes().stream().flatMap(shape -> {
            Set<String> in = Diagram.children(shape.xml(), "incoming")
                    .map(xml -> xml.getTextContent().strip())
                    .collect(Collectors.toSet());
            Set<String> out = Diagram.children(shape.xml(), "outgoing")
                    .map(xml -> xml.getTextContent().strip())
                    .collect(Collectors.toSet());
            boolean same = in.equals(diagram.into(shape.id()).stream()
                            .map(Diagram.Flow::id)
                            .collect(Collectors.toSet()))
                    && out.equals(diagram.from(shape.id()).stream()
                            .map(Diagram.Flow::id)
                            .collect(Collectors.toSet()));
            return same ? Stream.empty() : Stream.of(shape.id() + " names other arrows than it has");
        });
        Stream<String> loose = diagram.shapes().stream()
                .filter(shape -> !shape.is("subProcess"))
                .filter(shape -> {
                    boolean begins = shape.type().matches("startEvent|boundaryEvent");
                    boolean ends = shape.is("endEvent");
                    return begins != diagram.into(shape.id()).isEmpty()
                            || ends != diagram.from(shape.id()).isEmpty();
                })
                .map(shape -> shape.id() + " hangs loose");
        return Stream.concat(listed, loose);
    }

    private Stream<String> names(Diagram diagram) {
        Stream<String> shapes = diagram.shapes().stream()
                .filter(shape -> !PLAIN_NAME.matcher(shape.name()).matches()
                        || shape.name().length() > 40)
                .map(shape -> shape.id() + " is called '" + shape.name() + "', which no sponsor would say");
        Stream<String> outcomes = diagram.flows().stream()
                .filter(flow -> !flow.condition().isEmpty() && !flow.name().matches("[a-z]+( [a-z]+)*"))
                .map(flow -> flow.id() + " does not say its outcome");
        return Stream.concat(shapes, outcomes);
    }

    private Stream<String> barred(Diagram diagram) {
        return diagram.everything().flatMap(xml -> {
            List<String> said = new ArrayList<>();
            require(said, !BARRED_ELEMENTS.contains(xml.getLocalName()), "there is a " + xml.getLocalName());
            for (int i = 0; i < xml.getAttributes().getLength(); i++) {
                String name = xml.getAttributes().item(i).getLocalName();
                boolean type = name.equals("type")
                        && !CAMUNDA.equals(xml.getAttributes().item(i).getNamespaceURI());
                require(said, type || !BARRED_ATTRIBUTES.contains(name), xml.getAttribute("id") + " says " + name);
            }
            return said.stream();
        });
    }

    static void require(List<String> said, boolean kept, String objection) {
        if (!kept) {
            said.add(objection);
        }
    }
}
