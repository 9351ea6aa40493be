package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.portfolio.Needs;
import org.waymark.stage.Chain;
import org.waymark.stage.Correctable;
import org.waymark.stage.Element;
import org.waymark.stage.Stages;
import org.waymark.trace.Mark;
import org.waymark.trace.Marks;

/** What happens after an agreed record was put right: finance looks again, owners are asked once, the gate shows the difference. */
class CorrectedAfterwardsTests extends House {

    @Autowired
    Marks marks;

    @Autowired
    Stages stages;

    @Autowired
    List<Correctable> correctables;

    @Autowired
    List<Chain> chains;

    @Test
    void everyGateShowsNoDifferenceUntilSomethingIsPutRight() throws Exception {
        String code = launch();
        play(story(code), item -> true);
        Browsing manager = Browsing.as(port, "manager");
        Map<String, String> differences = new LinkedHashMap<>();
        for (String stage : stages.ids()) {
            String page = manager.get("/programs/" + code + "/gates/" + stage).body();
            int from = page.indexOf("<section class=\"card gate-drift\"");
            if (from >= 0) {
                differences.put(stage, page.substring(from, page.indexOf("</section>", from)));
            }
        }
        assertThat(differences).isEmpty();
        aNewNameIsNoNewAnswer(code, manager);
        figureIsReviewedAgain(code);
        ownerIsAskedOnce(code, manager);
    }

    /** One item of every kind is called differently: the gates name it once, nothing reads otherwise, nobody is asked. */
    private void aNewNameIsNoNewAnswer(String code, Browsing manager) throws Exception {
        Browsing admin = Browsing.as(port, "admin");
        List<String> items = List.of(
                "/catalogue/values/" + elements(code, "values").get(0).id(),
                "/catalogue/capabilities/"
                        + elements(code, "capabilities").get(0).id(),
                "/catalogue/dimensions/DIM-1",
                "/catalogue/benefits/BEN-01",
                "/catalogue/use-cases/" + elements(code, "use-cases").get(0).id(),
                "/catalogue/components/" + elements(code, "architecture").get(0).id(),
                "/catalogue/functions/FN-SVC");
        List<Mark> before = marks.open(code);
        Set<String> named = new TreeSet<>();
        try {
            for (String item : items) {
                assertThat(admin.form(item, item, "text.name=Called+" + item.substring(item.lastIndexOf('/') + 1))
                                .statusCode())
                        .as(item)
                        .isEqualTo(302);
            }
            for (String stage : stages.ids()) {
                String page =
                        manager.get("/programs/" + code + "/gates/" + stage).body();
                assertThat(page).as(stage).doesNotContain("otherwise since this was decided", "<del>");
                Matcher reads =
                        Pattern.compile("now reads “(Called [A-Z0-9-]+)”").matcher(page);
                while (reads.find()) {
                    named.add(reads.group(1));
                }
            }
            assertThat(named).hasSizeGreaterThanOrEqualTo(6);
            assertThat(marks.open(code)).isEqualTo(before);
        } finally {
            for (String item : items) {
                admin.form(item, item + "/restore", "");
            }
        }
        for (String stage : stages.ids()) {
            assertThat(manager.get("/programs/" + code + "/gates/" + stage).body())
                    .doesNotContain("class=\"card gate-drift\"");
        }
    }

    /** A corrected figure of one line asks finance about that line and no other. */
    private void figureIsReviewedAgain(String code) throws Exception {
        Caller caller = Caller.of(port, "manager");
        Element line = elements(code, "roi").stream()
                .filter(one -> one.id().startsWith("BEN-01"))
                .findFirst()
                .orElseThrow();
        String path = "/api/programs/" + code + "/models/roi/corrections";
        String wish = body(line.id(), "contactsPerYear", "1400000", "The count was of the year before.");
        HttpResponse<String> corrected = caller.post(path, wish);
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);

        Browsing finance = Browsing.as(port, "finance");
        assertThat(asked("finance", code))
                .extracting(Needs.Need::title)
                .anyMatch(title -> title.contains("one line was put right since you reviewed the finances"));
        String benefits = "/programs/" + code + "/benefits";
        String page = finance.get(benefits).body();
        assertThat(page)
                .contains(
                        "Put right since finance looked",
                        "1,400,000, was 1,500,000",
                        "Before the correction: accepted");
        assertThat(page.split("class=\"roi-again\"", -1)).hasSize(2);
        String seen = page.replaceAll("(?s).*name=\"upTo\" value=\"(\\d+)\".*", "$1");
        String form = benefits + "/" + line.id() + "/again";
        assertThat(finance.form(benefits, form, "upTo=" + seen).statusCode()).isEqualTo(422);
        assertThat(finance.form(benefits, form, "upTo=" + seen + "&verdict=ADJUST&amount=500000")
                        .statusCode())
                .isEqualTo(422);
        assertThat(Browsing.as(port, "service")
                        .form(benefits, form, "upTo=" + seen + "&verdict=ACCEPT")
                        .statusCode())
                .isEqualTo(403);
        assertThat(finance.form(
                                benefits,
                                form,
                                "upTo=" + seen + "&verdict=ADJUST&amount=500000&reason=Two+sites+closed.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(asked("finance", code))
                .extracting(Needs.Need::title)
                .noneMatch(title -> title.contains("put right since you reviewed the finances"));
        assertThat(finance.get(benefits).body()).contains("Two sites closed.");
        assertThat(finance.form(benefits, form, "upTo=" + seen + "&verdict=ACCEPT")
                        .statusCode())
                .isEqualTo(409);
        assertThat(ledger.of(code)).anyMatch(entry -> entry.kind().equals("FINANCE_LOOKED_AGAIN"));
        assertThat(finance.get("/programs/" + code + "/gates/roi").body())
                .contains("otherwise since this was decided", "Net present value");
    }

    /** A correction that leaves the headline of a value alone still reaches what depends on it, and whoever answers for that. */
    private void ownerIsAskedOnce(String code, Browsing manager) throws Exception {
        Element value = elements(code, "values").get(0);
        assertThat(marks.open(code)).noneMatch(mark -> mark.cause().equals(value.id()));
        String path = "/api/programs/" + code + "/models/values/corrections";
        Caller caller = Caller.of(port, "manager");
        String owner = value.details() != null && value.details().contains("owner=sales") ? "product" : "sales";
        HttpResponse<String> corrected = caller.post(path, body(value.id(), "owner", owner, "She took the team over."));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
        assertThat(marks.open(code)).anyMatch(mark -> mark.cause().equals(value.id()));
        assertThat(marks.open(code)).extracting(Mark::stage).contains("capabilities", "use-cases");

        Mark asked = marks.open(code).stream()
                .filter(mark -> owners(code, mark).contains("service"))
                .findFirst()
                .orElseThrow();
        Browsing service = Browsing.as(port, "service");
        assertThat(asked("service", code))
                .extracting(Needs.Need::href)
                .contains("/programs/" + code + "/trace#another-look");
        String trace = "/programs/" + code + "/trace";
        assertThat(service.form(trace, trace + "/stays", "element=" + asked.element() + "&reason=It+holds+anyway.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(marks.open(code)).noneMatch(mark -> mark.element().equals(asked.element()));
        assertThat(Browsing.as(port, "product")
                        .form(trace, trace + "/stays", "element=" + anothers(code) + "&reason=So")
                        .statusCode())
                .isEqualTo(403);
    }

    private String anothers(String code) {
        return marks.open(code).stream()
                .filter(mark -> !owners(code, mark).contains("product"))
                .findFirst()
                .orElseThrow()
                .element();
    }

    private Set<String> owners(String code, Mark mark) {
        return correctables.stream()
                .filter(model -> model.stage().equals(mark.stage()))
                .findFirst()
                .orElseThrow()
                .owners(code, mark.element());
    }

    private List<Element> elements(String code, String stage) {
        return chains.stream()
                .filter(chain -> chain.stage().equals(stage))
                .flatMap(chain -> chain.of(code).stream())
                .toList();
    }

    private static String body(String element, String field, String said, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("element", element)
                .put("field", field)
                .put("said", said)
                .put("reason", reason)
                .toString();
    }
}
