package org.waymark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagram as the contract reads it: plain XML, flows looked up by their source and never by what a node says of itself. */
final class Diagram {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> ROUND_OR_SQUARE = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "manualTask",
            "task",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "complexGateway",
            "eventBasedGateway");

    /** A box, circle or diamond. */
    record Shape(String id, String type, String name, Element xml) {

        String camunda(String attribute) {
            return xml.getAttributeNS(CAMUNDA, attribute);
        }

        boolean is(String type) {
            return this.type.equals(type);
        }
    }

    /** An arrow. */
    record Flow(String id, String name, String source, String target, String condition) {}

    private final Path path;
    private final Document document;
    private final List<Shape> shapes;
    private final List<Flow> flows;

    private Diagram(Path path, Document document) {
        this.path = path;
        this.document = document;
        this.shapes = elements(BPMN, "*")
                .filter(xml -> ROUND_OR_SQUARE.contains(xml.getLocalName()))
                .map(xml -> new Shape(
                        xml.getAttribute("id"),
                        xml.getLocalName(),
                        xml.getAttribute("name").strip(),
                        xml))
                .toList();
        this.flows = elements(BPMN, "sequenceFlow")
                .map(xml -> new Flow(
                        xml.getAttribute("id"),
                        xml.getAttribute("name").strip(),
                        xml.getAttribute("sourceRef"),
                        xml.getAttribute("targetRef"),
                        children(xml, "conditionExpression")
                                .map(one -> one.getTextContent().strip())
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    static Diagram read(Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Diagram(path, factory.newDocumentBuilder().parse(path.toFile()));
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }

    /** File name without its ending, as {@code use-cases}. */
    String file() {
        return path.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    boolean isStage() {
        return path.getParent().getFileName().toString().equals("stages");
    }

    Element process() {
        return elements(BPMN, "process").findFirst().orElseThrow();
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Shape> shapes(String type) {
        return shapes.stream().filter(shape -> shape.is(type)).toList();
    }

    Optional<Shape> shape(String id) {
        return shapes.stream().filter(shape -> shape.id().equals(id)).findFirst();
    }

    List<Flow> flows() {
        return flows;
    }

    List<Flow> from(String shape) {
        return flows.stream().filter(flow -> flow.source().equals(shape)).toList();
    }

    List<Flow> into(String shape) {
        return flows.stream().filter(flow -> flow.target().equals(shape)).toList();
    }

    List<Shape> boundaries(String host) {
        return shapes("boundaryEvent").stream()
                .filter(event -> event.xml().getAttribute("attachedToRef").equals(host))
                .toList();
    }

    /** Everything a token can come to from where tokens begin, following only what is kept. */
    Set<String> reachable(Predicate<Shape> keptShape, Predicate<Flow> keptFlow) {
        Deque<Shape> ahead =
                new ArrayDeque<>(shapes("startEvent").stream().filter(keptShape).toList());
        Set<String> seen = new LinkedHashSet<>();
        while (!ahead.isEmpty()) {
            Shape here = ahead.poll();
            if (!seen.add(here.id())) {
                continue;
            }
            from(here.id()).stream()
                    .filter(keptFlow)
                    .flatMap(flow -> shape(flow.target()).stream())
                    .filter(keptShape)
                    .forEach(ahead::add);
            boundaries(here.id()).stream().filter(keptShape).forEach(ahead::add);
        }
        return seen;
    }

    /** Every element of a namespace by local name; {@code *} for all. */
    Stream<Element> elements(String namespace, String name) {
        return list(document.getElementsByTagNameNS(namespace, name)).stream();
    }

    Stream<Element> everything() {
        return list(document.getElementsByTagName("*")).stream();
    }

    /** Direct children of the BPMN namespace. */
    static Stream<Element> children(Element parent, String name) {
        return list(parent.getChildNodes()).stream()
                .filter(child -> name.equals(child.getLocalName()) && BPMN.equals(child.getNamespaceURI()));
    }

    /** Descendants of the Camunda namespace. */
    static List<Element> camundaIn(Element parent, String name) {
        return list(parent.getElementsByTagNameNS(CAMUNDA, name));
    }

    static List<Element> bpmnIn(Element parent, String name) {
        return list(parent.getElementsByTagNameNS(BPMN, name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
                elements.add((Element) nodes.item(i));
            }
        }
        return elements;
    }
}
