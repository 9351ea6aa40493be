package org.waymark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The expressions of a diagram: where each stands, what it calls and what it hands over. */
final class Calls {

    private static final Pattern WHOLE = Pattern.compile("[$#]\\{([^{}]*)}");
    private static final Pattern CALL = Pattern.compile("^\\s*(\\w+)\\.(\\w+)\\((.*)\\)\\s*$");

    /** Where an expression stands decides what it must give back. */
    enum Place {
        COLLECTION,
        CONDITION,
        DATE,
        PERSON,
        RESULT,
        ACT,
        OUTCOME,
        OTHER
    }

    /** An expression without its braces, in the element it belongs to. */
    record Expression(String owner, Place place, String text) {

        /** The call in it, if it is one; a comparison's left side counts. */
        Stream<Call> call() {
            Matcher call = CALL.matcher(text.replaceFirst("\\s*==\\s*'[^']*'\\s*$", ""));
            return call.matches()
                    ? Stream.of(new Call(this, call.group(1), call.group(2), arguments(call.group(3))))
                    : Stream.empty();
        }
    }

    /** A bean's method and what is handed to it. */
    record Call(Expression in, String bean, String method, List<String> arguments) {}

    private Calls() {}

    static List<Expression> of(Diagram diagram) {
        List<Expression> all = new ArrayList<>();
        diagram.everything().forEach(xml -> {
            for (int i = 0; i < xml.getAttributes().getLength(); i++) {
                Attr attribute = (Attr) xml.getAttributes().item(i);
                find(all, owner(xml), place(xml, attribute), attribute.getValue());
            }
            if (Diagram.bpmnIn(xml, "*").isEmpty()
                    && Diagram.camundaIn(xml, "*").isEmpty()) {
                find(all, owner(xml), place(xml, null), xml.getTextContent());
            }
        });
        return all;
    }

    private static void find(List<Expression> all, String owner, Place place, String text) {
        Matcher expression = WHOLE.matcher(text);
        while (expression.find()) {
            all.add(new Expression(owner, place, expression.group(1).strip()));
        }
    }

    private static Place place(Element xml, Attr attribute) {
        if (attribute == null) {
            return switch (xml.getLocalName()) {
                case "completionCondition" -> Place.CONDITION;
                case "conditionExpression" -> Place.OUTCOME;
                case "timeDate" -> Place.DATE;
                case "outputParameter" -> Place.RESULT;
                default -> Place.OTHER;
            };
        }
        return switch (attribute.getLocalName()) {
            case "collection" -> Place.COLLECTION;
            case "dueDate", "followUpDate" -> Place.DATE;
            case "assignee" -> Place.PERSON;
            case "expression" -> xml.hasAttributeNS(Diagram.CAMUNDA, "resultVariable") ? Place.RESULT : Place.ACT;
            default -> Place.OTHER;
        };
    }

    private static String owner(Element xml) {
        return xml.hasAttribute("id") || !(xml.getParentNode() instanceof Element parent)
                ? xml.getAttribute("id")
                : owner(parent);
    }

    private static List<String> arguments(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
