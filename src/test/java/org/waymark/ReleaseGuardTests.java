package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.process.carry.Drawing;
import org.waymark.process.carry.Move;
import org.waymark.process.carry.Moves;

/** Every release that ever went out is kept here; what is drawn now must be able to take its running programs over. */
class ReleaseGuardTests {

    private static final Path KEPT = Path.of("src/test/resources/releases");
    private static final Path PROCESSES = ProcessContractTests.PROCESSES;
    private static final Pattern COLUMN = Pattern.compile("<(decision|input|output) id=\"([^\"]+)\"");

    @Test
    void everyReleasedDiagramCanBeCarriedOverToWhatIsDrawnNow() throws IOException {
        Map<String, Drawing> now = drawn().stream().collect(Collectors.toMap(Drawing::diagram, one -> one));
        List<Path> kept = kept(".bpmn");
        List<String> objections = new ArrayList<>();
        for (Path file : kept) {
            Drawing released = Drawing.of(Files.readString(file));
            Drawing today = now.get(released.diagram());
            if (today == null) {
                objections.add(released.diagram() + " is gone, and programs may still run in it");
            } else {
                ReleaseRules.objections(released, today, moves())
                        .forEach(one -> objections.add(KEPT.relativize(file) + ": " + one));
            }
        }
        assertThat(kept).hasSizeGreaterThanOrEqualTo(11);
        assertThat(objections).isEmpty();
    }

    @Test
    void everyReleasedDecisionTableStillTakesAndGivesWhatItDid() throws IOException {
        List<String> gone = new ArrayList<>();
        for (Path file : kept(".dmn")) {
            String now = Files.readString(PROCESSES.resolve("decisions").resolve(file.getFileName()));
            COLUMN.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(0))
                    .filter(column -> !now.contains(column))
                    .forEach(column -> gone.add(file.getFileName() + ": " + column));
        }
        assertThat(kept(".dmn")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(gone).isEmpty();
    }

    @Test
    void everyNoteFitsTheDrawingsAndSaysWhy() throws IOException {
        assertThat(ReleaseRules.stale(drawn(), moves())).isEmpty();
        assertThat(moves().notes()).allSatisfy(note -> assertThat(note.why()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            values | "agreeValues" | "settleValues" | agreeValues is gone; say in processes/moves.json
            values | <bpmn:userTask id="agreeValues" | <bpmn:receiveTask id="agreeValues" | was a userTask and is a receiveTask
            values | <bpmn:multiInstanceLoopCharacteristics | <bpmn:standardLoop | asks one person here and several there
            journey | <camunda:out source="recycleTo" target="recycleTo" /> | | no longer hands on out recycleTo
            journey | calledElement="stage-values" | calledElement="stage-worth" | calls another diagram
            """)
    void whatWouldBreakIsFound(String diagram, String find, String plant, String objection) {
        String text = Stand.drawn().get(diagram + ".bpmn");
        assertThat(text).contains(find);
        String planted = plant == null ? text.replace(find, "") : text.replace(find, plant);
        if (plant != null && plant.contains("receiveTask")) {
            planted = planted.replaceAll("(?s)(<bpmn:receiveTask.*?)</bpmn:userTask>", "$1</bpmn:receiveTask>");
        }
        assertThat(ReleaseRules.objections(Drawing.of(text), Drawing.of(text), Moves.of(List.of())))
                .isEmpty();
        assertThat(ReleaseRules.objections(Drawing.of(text), Drawing.of(planted), Moves.of(List.of())))
                .anyMatch(said -> said.contains(objection));
    }

    @Test
    void aNoteSettlesWhatIsGoneOnlyWhereNoDecisionStandsOnIt() {
        Map<String, String> texts = Stand.drawn();
        String benefit = texts.get("benefit.bpmn");
        String without = benefit.replace("\"correctForecast\"", "\"elsewhere\"");
        assertThat(objections(benefit, without, note("benefit", "correctForecast", "resolveDrift")))
                .isEmpty();
        assertThat(objections(benefit, without, note("benefit", "correctForecast", "closeQuarter")))
                .anyMatch(said -> said.contains("which is not the step behind it"));
        assertThat(objections(benefit, without, new Move("benefit", "correctForecast", null, null, null, "why")))
                .anyMatch(said -> said.contains("say where whoever waits there goes on"));
        String roi = texts.get("roi.bpmn");
        assertThat(objections(
                        roi,
                        roi.replace("\"reviewFinances\"", "\"elsewhere\""),
                        note("stage-roi", "reviewFinances", "businessCaseReviewed")))
                .anyMatch(said -> said.contains("cannot be left out"));
        assertThat(ReleaseRules.stale(
                        List.of(Drawing.of(roi)),
                        Moves.of(List.of(
                                note("stage-roi", "reviewFinances", "businessCaseReviewed"),
                                new Move("stage-roi", "askBenefits", "pickBenefits", null, null, "why"),
                                new Move("stage-worth", "any", null, null, null, "why")))))
                .hasSize(3);
    }

    private static Move note(String diagram, String step, String then) {
        return new Move(diagram, step, null, then, null, "why");
    }

    private static List<String> objections(String released, String now, Move note) {
        return ReleaseRules.objections(Drawing.of(released), Drawing.of(now), Moves.of(List.of(note)));
    }

    private static List<Drawing> drawn() {
        return Stand.drawn().values().stream().map(Drawing::of).toList();
    }

    private static Moves moves() throws IOException {
        try (InputStream notes = Files.newInputStream(PROCESSES.resolve("moves.json"))) {
            return Moves.read(notes);
        }
    }

    private static List<Path> kept(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(KEPT)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
