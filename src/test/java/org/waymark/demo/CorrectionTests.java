package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.company.Company;
import org.waymark.stage.Chain;
import org.waymark.stage.Correctable;
import org.waymark.stage.Element;
import org.waymark.stage.Stages;
import org.waymark.trace.Correction;
import org.waymark.trace.Corrections;
import org.waymark.trace.Mark;
import org.waymark.trace.Marks;

/** An agreed record is put right after its gate with a reason; both versions stay and what depends on it hears of it. */
class CorrectionTests extends House {

    @Autowired
    List<Correctable> correctables;

    @Autowired
    List<Chain> chains;

    @Autowired
    Corrections corrections;

    @Autowired
    Stages stages;

    @Autowired
    Marks marks;

    @Autowired
    Company company;

    @Test
    void everyFieldOfEveryModelIsPutRightBesideItsOldVersion() throws Exception {
        String code = launch();
        play(story(code), item -> true);
        assertThat(correctables).extracting(Correctable::stage).containsExactlyInAnyOrderElementsOf(stages.ids());
        Caller manager = Caller.of(port, "manager");
        Browsing pages = Browsing.as(port, "manager");
        for (Correctable model : correctables) {
            Element element = firstIn(code, model);
            int version = 0;
            for (Correctable.Field field : model.fields(code, element.id())) {
                String said = other(field);
                HttpResponse<String> answer =
                        manager.post(path(code, model.stage()), body(element.id(), field, said, "It was wrong."));
                assertThat(answer.statusCode())
                        .as(model.stage() + " " + field + " " + answer.body())
                        .isEqualTo(201);
                assertThat(now(code, model, element.id(), field.name())).isEqualTo(said);
                version++;
            }
            List<Correction> kept = corrections.of(code, model.stage());
            assertThat(kept).as(model.stage()).hasSize(version).allSatisfy(one -> {
                assertThat(one.was()).isNotEqualTo(one.said());
                assertThat(one.reason()).isEqualTo("It was wrong.");
                assertThat(one.version()).isEqualTo(1);
            });
            assertThat(pages.get("/programs/" + code + "/stages/" + model.stage())
                            .body())
                    .contains("Corrected after the review", "It was wrong.");
            assertThat(pages.get("/programs/" + code + "/trace?of=" + element.id())
                            .body())
                    .contains("Put it right", "It was wrong.");
        }
        assertThat(ledger.of(code).stream().filter(entry -> entry.kind().equals("CORRECTED")))
                .hasSize(stages.ids().stream()
                        .mapToInt(stage -> corrections.of(code, stage).size())
                        .sum());
        assertThat(ledger.verify(code).whole()).isTrue();
        Element statement = firstIn(code, correctable("operating-model"));
        assertThat(company.truths("CHECKLIST").get(statement.id()).said())
                .isEqualTo(now(code, correctable("operating-model"), statement.id(), "state"));
    }

    @Test
    void aCorrectedValueAsksForAnotherLookAndEachVersionStays() throws Exception {
        String code = launch();
        Correctable values = correctable("values");
        playTo(code, "maturity", "voteMaturity");
        Element value = firstIn(code, values);
        assertThat(marks.open(code)).isEmpty();
        correct(code, value.id(), "target", "77", "manager", 201);
        assertThat(marks.open(code)).isNotEmpty().allSatisfy(mark -> {
            assertThat(mark.how()).isEqualTo(Mark.How.CHANGED);
            assertThat(mark.cause()).isEqualTo(value.id());
            assertThat(mark.stage()).isEqualTo("capabilities");
        });
        correct(code, value.id(), "target", "78", "manager", 201);
        assertThat(corrections.of(code, "values"))
                .extracting(Correction::version, Correction::said)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "77"), org.assertj.core.groups.Tuple.tuple(2, "78"));
        assertThat(corrections.of(code, "values").get(1).was()).isEqualTo("77");
    }

    @Test
    void onlyWhoAnswersForItCorrectsItAfterTheGateWithAReasonAndFittingWords() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        Element value = firstIn(code, correctable("values"));
        correct(code, value.id(), "target", "77", "manager", 409);
        playTo(code, "capabilities", "rateCapabilities");
        String owner = now(code, correctable("values"), value.id(), "owner");
        String stranger = List.of("service", "product", "sales").stream()
                .filter(one -> !one.equals(owner))
                .findFirst()
                .orElseThrow();
        correct(code, value.id(), "target", "77", stranger, 403);
        correct(code, value.id(), "weight", "77", "manager", 400);
        correct(code, value.id(), "target", "much", "manager", 422);
        correct(code, value.id(), "target", "1e99", "manager", 422);
        correct(code, value.id(), "date", "tomorrow", "manager", 422);
        correct(code, value.id(), "owner", "auditor", "manager", 422);
        correct(code, "VAL-99", "target", "77", "manager", 404);
        Caller manager = Caller.of(port, "manager");
        assertThat(manager.post(
                                path(code, "values"),
                                "{\"element\":\"" + value.id()
                                        + "\",\"field\":\"target\",\"said\":\"77\",\"reason\":\" \"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.post(
                                path(code, "values"),
                                "{\"element\":\"" + value.id()
                                        + "\",\"field\":\"target\",\"said\":\"77\",\"reason\":\"so\",\"was\":\"-1\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(corrections.of(code, "values")).isEmpty();
        correct(code, value.id(), "target", "77", owner, 201);
        assertThat(Browsing.as(port, stranger)
                        .get("/programs/" + code + "/trace?of=" + value.id())
                        .body())
                .doesNotContain("Put it right");
    }

    private void correct(String code, String element, String field, String said, String person, int status)
            throws Exception {
        HttpResponse<String> answer = Caller.of(port, person)
                .post(
                        path(code, "values"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("element", element)
                                .put("field", field)
                                .put("said", said)
                                .put("reason", "It was wrong.")
                                .toString());
        assertThat(answer.statusCode())
                .as(field + " " + said + " " + answer.body())
                .isEqualTo(status);
    }

    private static String body(String element, Correctable.Field field, String said, String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return body.put("element", element)
                .put("field", field.name())
                .put("said", said)
                .put("reason", reason)
                .put("was", field.said())
                .toString();
    }

    private static String path(String code, String stage) {
        return "/api/programs/" + code + "/models/" + stage + "/corrections";
    }

    private Correctable correctable(String stage) {
        return correctables.stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private Element firstIn(String code, Correctable model) {
        return chains.stream()
                .filter(chain -> chain.stage().equals(model.stage()))
                .flatMap(chain -> chain.of(code).stream())
                .filter(element -> !model.fields(code, element.id()).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing to correct in " + model.stage()));
    }

    private static String now(String code, Correctable model, String element, String field) {
        return model.fields(code, element).stream()
                .filter(one -> one.name().equals(field))
                .findFirst()
                .orElseThrow()
                .said();
    }

    private static String other(Correctable.Field field) {
        List<String> choices = new ArrayList<>(Map.copyOf(field.choices()).keySet());
        choices.remove(field.said());
        return switch (field.kind()) {
            case TEXT -> "Better words for " + field.name();
            case NUMBER, SHARE -> "0.5".equals(field.said()) ? "0.6" : "0.5";
            case DATE -> "2027-03-04";
            case CHOICE -> choices.get(0);
            case PERSON -> "product".equals(field.said()) ? "sales" : "product";
        };
    }
}
