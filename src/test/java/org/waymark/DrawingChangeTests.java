package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.waymark.process.carry.Drawing;
import org.waymark.process.carry.DrawingChange;
import org.waymark.process.carry.DrawingChange.Kind;
import org.waymark.process.carry.Moves;

/** What two versions of a diagram do not have in common is named as a reader would name it. */
class DrawingChangeTests {

    private static List<DrawingChange> changes(String file) {
        return changes(Stand.drawn().get(file), NextRelease.drawn().get(file));
    }

    private static List<DrawingChange> changes(String older, String newer) {
        return DrawingChange.between(Drawing.of(older), Drawing.of(newer), NextRelease.MOVES);
    }

    @Test
    void aStepMoreIsNewAndTheArrowsLeadThroughIt() {
        assertThat(changes("values.bpmn"))
                .extracting(DrawingChange::kind, DrawingChange::wasNamed, DrawingChange::isNamed)
                .containsExactlyInAnyOrder(
                        tuple(Kind.ADDED, "", "Confirm the values"),
                        tuple(Kind.REMOVED, "Agree the values → Values agreed", ""),
                        tuple(Kind.ADDED, "", "Agree the values → Confirm the values"),
                        tuple(Kind.ADDED, "", "Confirm the values → Values agreed"));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void aStepANoteKnowsUnderAnotherIdIsTheSameStep() {
        assertThat(changes("capabilities.bpmn")).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.BECAME);
            assertThat(change.was()).isEqualTo("agreeCapabilities");
            assertThat(change.is()).isEqualTo("settleCapabilities");
        });
        assertThat(changes("maturity.bpmn"))
                .extracting(DrawingChange::kind)
                .containsExactlyInAnyOrder(Kind.BECAME, Kind.RENAMED);
    }

    @Test
    void anotherDateAnotherPersonAnotherPlaceAndAnotherConditionAreToldApart() {
        assertThat(changes("architecture.bpmn")).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.WHEN);
            assertThat(change.is()).isEqualTo("reviewArchitectureReminder");
        });
        String gate = Stand.drawn().get("gate.bpmn");
        assertThat(kinds(gate, gate.replace("gateProcess.submitter(", "gateProcess.other(")))
                .containsExactly(Kind.WHO);
        assertThat(kinds(gate, gate.replace("gateProcess.submitBy(", "gateProcess.other(")))
                .containsExactly(Kind.WHEN);
        assertThat(kinds(gate, gate.replace("gateProcess.convene(", "gateProcess.other(")))
                .containsExactly(Kind.DOES);
        assertThat(kinds(gate, gate.replace("== 'HOLD'", "== 'WAIT'"))).containsExactly(Kind.LEADS);
        assertThat(kinds(gate, gate.replace("name=\"gate.Resumed\"", "name=\"gate.Woken\"")))
                .containsExactly(Kind.WHEN);
        assertThat(kinds(gate, gate.replaceFirst("(bpmnElement=\"convene\"[^<]*<dc:Bounds x=\")", "$11")))
                .containsExactly(Kind.MOVED);
        String journey = Stand.drawn().get("journey.bpmn");
        assertThat(kinds(
                        journey, journey.replaceFirst("<camunda:out source=\"recycleTo\" target=\"recycleTo\" />", "")))
                .containsExactly(Kind.CALL);
    }

    private static List<Kind> kinds(String older, String newer) {
        assertThat(newer).isNotEqualTo(older);
        return DrawingChange.between(Drawing.of(older), Drawing.of(newer), Moves.of(List.of())).stream()
                .map(DrawingChange::kind)
                .toList();
    }

    @Test
    void aDrawingDiffersInNothingFromItself() {
        Stand.drawn().values().forEach(text -> assertThat(changes(text, text)).isEmpty());
    }
}
