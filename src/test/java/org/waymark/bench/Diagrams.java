package org.waymark.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape as diagrams for a bare engine: a journey that calls seven stages and their gates. Both engines get the same
 * text but for the namespace of their extensions and how each passes the program's code on.
 */
record Diagrams(String prefix, String namespace, String calling) {

    static final Diagrams CAMUNDA = new Diagrams(
            "camunda",
            "http://camunda.org/schema/1.0/bpmn",
            "calledElement=\"%s\"><extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\"/>");

    static final Diagrams FLOWABLE = new Diagrams(
            "flowable",
            "http://flowable.org/bpmn",
            "calledElement=\"%s\" flowable:inheritBusinessKey=\"true\"><extensionElements>");

    private static final String GO = "GO";

    /** A file for every process of the journey, by its name. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("journey.bpmn", file(journey()));
        Shape.JOURNEY.forEach(stage ->
                files.put(stage.stage() + ".bpmn", file(process("stage-" + stage.stage(), stage.steps()))));
        files.put("gate.bpmn", file(process("gate", Shape.GATE)));
        return files;
    }

    private String file(String process) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:%s="%s" targetNamespace="bench">
            %s</definitions>\
            """.formatted(prefix, namespace, process);
    }

    private String journey() {
        StringBuilder xml = new StringBuilder(begin("journey"));
        String before = "start";
        for (Shape stage : Shape.JOURNEY) {
            String id = stage.stage();
            String asked = before.equals("start") ? "" : GO;
            xml.append(call(id + "Stage", "stage-" + id, "")).append(flow(before, id + "Stage", asked));
            xml.append(call(id + "Gate", "gate", extension("out", "source=\"decision\" target=\"decision\"")))
                    .append(flow(id + "Stage", id + "Gate", ""));
            xml.append("<exclusiveGateway id=\"%sOutcome\" default=\"%sOutcome_to_stopped%s\"/>".formatted(id, id, id));
            xml.append(flow(id + "Gate", id + "Outcome", ""));
            xml.append("<endEvent id=\"stopped%s\"/>".formatted(id)).append(flow(id + "Outcome", "stopped" + id, ""));
            before = id + "Outcome";
        }
        xml.append("<endEvent id=\"end\"/>").append(flow(before, "end", GO));
        return xml.append("</process>\n").toString();
    }

    private String process(String id, List<Shape.Step> steps) {
        StringBuilder xml = new StringBuilder(begin(id));
        String before = "start";
        for (Shape.Step step : steps) {
            xml.append(task(step)).append(flow(before, step.task(), ""));
            before = step.task();
        }
        return xml.append("<endEvent id=\"end\"/>")
                .append(flow(before, "end", ""))
                .append("</process>\n")
                .toString();
    }

    private String task(Shape.Step step) {
        boolean several = step.severalTimes();
        String loop = several
                ? "<multiInstanceLoopCharacteristics %s:collection=\"${people.of(%d)}\" %s:elementVariable=\"person\"/>"
                        .formatted(prefix, step.people(), prefix)
                : "";
        String task = "<userTask id=\"%s\" name=\"%s\" %s:assignee=\"%s\">%s</userTask>\n"
                .formatted(step.task(), step.task(), prefix, several ? "${person}" : "manager", loop);
        return step.timed()
                ? task + timer(step.task(), "Reminder", "P3D") + timer(step.task(), "Overdue", "P7D")
                : task;
    }

    private static String timer(String task, String what, String after) {
        return ("<boundaryEvent id=\"%s%s\" cancelActivity=\"false\" attachedToRef=\"%s\"><timerEventDefinition>"
                                + "<timeDuration xsi:type=\"tFormalExpression\">%s</timeDuration>"
                                + "</timerEventDefinition></boundaryEvent><endEvent id=\"%s%sEnd\"/>")
                        .formatted(task, what, task, after, task, what)
                + flow(task + what, task + what + "End", "");
    }

    private String call(String id, String called, String more) {
        return "<callActivity id=\"%s\" %s%s</extensionElements></callActivity>\n"
                .formatted(id, calling.formatted(called), more);
    }

    private String extension(String name, String attributes) {
        return "<%s:%s %s/>".formatted(prefix, name, attributes);
    }

    private static String begin(String id) {
        return "<process id=\"%s\" isExecutable=\"true\"><startEvent id=\"start\"/>".formatted(id);
    }

    private static String flow(String from, String to, String decision) {
        String condition = decision.isEmpty()
                ? ""
                : "<conditionExpression xsi:type=\"tFormalExpression\">${decision == '" + decision
                        + "'}</conditionExpression>";
        return "<sequenceFlow id=\"%s_to_%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>\n"
                .formatted(from, to, from, to, condition);
    }
}
