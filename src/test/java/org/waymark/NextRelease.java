package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.process.carry.Move;
import org.waymark.process.carry.Moves;

/** A release to come: a step more, steps with other ids, a step less, a timer with another date. */
final class NextRelease {

    static final Moves MOVES = Moves.of(List.of(
            new Move("stage-capabilities", "agreeCapabilities", "settleCapabilities", null, null, "a better word"),
            new Move("stage-maturity", "voteMaturity", "rateMaturity", null, null, "a better word"),
            new Move("stage-roi", "reviewFinances", null, "businessCaseReviewed", null, "done with the case")));

    private NextRelease() {}

    static Map<String, String> drawn() {
        Map<String, String> texts = new TreeMap<>(Stand.drawn());
        texts.computeIfPresent("values.bpmn", (file, text) -> oneMore(text));
        change(texts, "capabilities.bpmn", "\\bagreeCapabilities\\b", "settleCapabilities");
        change(texts, "maturity.bpmn", "\"voteMaturity\"", "\"rateMaturity\"");
        change(texts, "maturity.bpmn", "name=\"Vote on maturity\"", "name=\"Rate the maturity\"");
        texts.computeIfPresent("roi.bpmn", (file, text) -> oneLess(text));
        change(
                texts,
                "architecture.bpmn",
                "(?s)(<bpmn:boundaryEvent id=\"reviewArchitectureReminder\".*?<bpmn:timeDate[^>]*>)[^<]*",
                "$12031-05-01T09:00:00");
        return texts;
    }

    private static void change(Map<String, String> texts, String file, String what, String by) {
        texts.computeIfPresent(file, (name, text) -> text.replaceAll(what, by));
    }

    /** After the values are agreed somebody confirms them. */
    private static String oneMore(String text) {
        String flow = "targetRef=\"valuesAgreed\"";
        assertThat(text).contains(flow);
        return text.replace(flow, "targetRef=\"confirmValues\"")
                .replace(
                        "</bpmn:process>",
                        "<bpmn:userTask id=\"confirmValues\" name=\"Confirm the values\" camunda:assignee=\"manager\" />"
                                + "<bpmn:sequenceFlow id=\"confirmValues_to_valuesAgreed\" sourceRef=\"confirmValues\""
                                + " targetRef=\"valuesAgreed\" /></bpmn:process>");
    }

    /** Finance reviews the case while it is built, and not once more behind it. */
    private static String oneLess(String text) {
        return text.replaceAll("(?s)<bpmn:userTask id=\"reviewFinances\".*?</bpmn:userTask>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"reviewFinances_to[^>]*/>", "")
                .replaceAll(
                        "(?s)<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"reviewFinances(_to[^\"]*)?\".*?</bpmndi:BPMN\\1>",
                        "")
                .replace("targetRef=\"reviewFinances\"", "targetRef=\"businessCaseReviewed\"")
                .replaceAll("<bpmn:incoming>reviewFinances_to[^<]*</bpmn:incoming>", "");
    }
}
