package org.waymark.process.carry;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads a diagram from its BPMN text, without what only ties the file together. */
final class DrawingReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";

    private DrawingReader() {}

    static Drawing read(String xml) {
        Document document = parse(xml);
        Element process =
                (Element) document.getElementsByTagNameNS(BPMN, "process").item(0);
        Map<String, Drawing.Shape> shapes = new LinkedHashMap<>();
        Map<String, String> messages = new LinkedHashMap<>();
        for (Element message : elements(document.getDocumentElement(), "message")) {
            messages.put(message.getAttribute("id"), message.getAttribute("name"));
        }
        Map<String, String> places = places(document);
        read(process, "", shapes, places, messages);
        return new Drawing(process.getAttribute("id"), shapes);
    }

    private static void read(
            Element scope,
            String home,
            Map<String, Drawing.Shape> shapes,
            Map<String, String> places,
            Map<String, String> messages) {
        for (Element child : children(scope)) {
            String id = child.getAttribute("id");
            if (!BPMN.equals(child.getNamespaceURI()) || !isDrawn(child)) {
                continue;
            }
            String host = child.hasAttribute("attachedToRef") ? child.getAttribute("attachedToRef") : home;
            shapes.put(
                    id,
                    new Drawing.Shape(
                            id,
                            child.getLocalName(),
                            child.getAttribute("name").replaceAll("\\s+", " ").strip(),
                            host,
                            places.getOrDefault(id, ""),
                            child.getAttribute("sourceRef"),
                            child.getAttribute("targetRef"),
                            says(child, messages)));
            read(child, id, shapes, places, messages);
        }
    }

    private static boolean isDrawn(Element element) {
        String type = element.getLocalName();
        return type.endsWith("Event")
                || type.endsWith("Gateway")
                || type.endsWith("ask")
                || type.equals("callActivity")
                || type.equals("subProcess")
                || type.equals("sequenceFlow");
    }

    private static Map<Drawing.Says, String> says(Element element, Map<String, String> messages) {
        Map<Drawing.Says, List<String>> said = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            Drawing.Says what = kind(attribute.getNodeName());
            if (what != null) {
                said.computeIfAbsent(what, any -> new ArrayList<>())
                        .add(attribute.getLocalName() + "=" + attribute.getNodeValue());
            }
        }
        for (Element child : children(element)) {
            switch (child.getLocalName()) {
                case "multiInstanceLoopCharacteristics" -> put(said, Drawing.Says.WHO, text(child, messages));
                case "timerEventDefinition", "messageEventDefinition", "conditionalEventDefinition" ->
                    put(said, Drawing.Says.WHEN, text(child, messages));
                case "conditionExpression" -> put(said, Drawing.Says.LEADS, text(child, messages));
                case "documentation" -> put(said, Drawing.Says.TELLS, text(child, messages));
                case "extensionElements" ->
                    children(child)
                            .forEach(one -> put(
                                    said, listens(one) ? Drawing.Says.DOES : Drawing.Says.CALL, text(one, messages)));
                default -> {}
            }
        }
        Map<Drawing.Says, String> joined = new TreeMap<>();
        said.forEach((what, words) -> joined.put(what, String.join("\n", words)));
        return joined;
    }

    private static boolean listens(Element extension) {
        return !extension.getLocalName().equals("in")
                && !extension.getLocalName().equals("out");
    }

    private static void put(Map<Drawing.Says, List<String>> said, Drawing.Says what, String words) {
        said.computeIfAbsent(what, any -> new ArrayList<>()).add(words);
    }

    private static Drawing.@Nullable Says kind(String attribute) {
        return switch (attribute) {
            case "camunda:assignee", "camunda:candidateUsers", "camunda:candidateGroups" -> Drawing.Says.WHO;
            case "camunda:dueDate", "cancelActivity" -> Drawing.Says.WHEN;
            case "calledElement", "camunda:calledElementBinding" -> Drawing.Says.CALL;
            case "camunda:expression",
                    "camunda:resultVariable",
                    "camunda:asyncBefore",
                    "camunda:formKey",
                    "triggeredByEvent" -> Drawing.Says.DOES;
            default -> null;
        };
    }

    /** An element with all its attributes and words, without the ids that only tie the file together. */
    private static String text(Element element, Map<String, String> messages) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node one = element.getAttributes().item(i);
            if (one.getNodeName().equals("messageRef")) {
                attributes.put("message", messages.getOrDefault(one.getNodeValue(), one.getNodeValue()));
            } else if (!one.getNodeName().equals("id")) {
                attributes.put(String.valueOf(one.getLocalName()), one.getNodeValue());
            }
        }
        StringBuilder text = new StringBuilder(element.getLocalName());
        attributes.forEach(
                (name, words) -> text.append(' ').append(name).append('=').append(words));
        List<Element> children = children(element);
        if (children.isEmpty()) {
            text.append(' ').append(element.getTextContent().strip());
        }
        children.forEach(child -> text.append(' ').append(text(child, messages)));
        return text.toString().strip();
    }

    private static Map<String, String> places(Document document) {
        Map<String, String> places = new LinkedHashMap<>();
        var shapes = document.getElementsByTagNameNS(BPMNDI, "BPMNShape");
        for (int i = 0; i < shapes.getLength(); i++) {
            Element shape = (Element) shapes.item(i);
            children(shape).stream()
                    .filter(child -> "Bounds".equals(child.getLocalName()))
                    .findFirst()
                    .ifPresent(at -> places.put(
                            shape.getAttribute("bpmnElement"), at.getAttribute("x") + "," + at.getAttribute("y")));
        }
        return places;
    }

    private static List<Element> elements(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | java.io.IOException | org.xml.sax.SAXException e) {
            throw new IllegalStateException("A deployed diagram cannot be read", e);
        }
    }
}
