package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Stages;

/** Every total of an agreed record opens to its rows, and days are written as their reader writes them. */
class RecordRowsTests extends House {

    private static final Pattern BENEATH = Pattern.compile("href=\"#(rows-[^\"]+)\"");

    /** How many sections of each record are totals of other rows on the same page. */
    private static final Map<String, Integer> TOTALS = Map.of(
            "values", 1,
            "capabilities", 5,
            "maturity", 1,
            "roi", 7,
            "operating-model", 2,
            "architecture", 1);

    @Autowired
    Stages stages;

    @Test
    void everyTotalOfTheSevenRecordsOpensToRowsOfItsPage() throws Exception {
        Visitor mona = new Visitor(port);
        mona.signIn("manager", "Waymark-demo-2026");
        for (Map.Entry<String, Integer> stage : TOTALS.entrySet()) {
            String page =
                    mona.get("/programs/MERIDIAN/stages/" + stage.getKey()).body();
            List<Section> sections =
                    stages.of(stage.getKey()).record("MERIDIAN").sections();
            assertThat(sections.stream().filter(one -> !one.madeOf().isEmpty()))
                    .as(stage.getKey())
                    .hasSizeGreaterThanOrEqualTo(stage.getValue());
            List<String> headings = sections.stream().map(Section::heading).toList();
            assertThat(sections.stream().filter(one -> !one.madeOf().isEmpty()))
                    .allSatisfy(one -> assertThat(headings).containsAnyElementsOf(one.madeOf()));
            List<String> places = new ArrayList<>();
            for (Matcher link = BENEATH.matcher(page); link.find(); ) {
                places.add(link.group(1));
            }
            assertThat(places)
                    .as(stage.getKey())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(page).contains("id=\"" + place + "\""));
            assertThat(page).as(stage.getKey()).doesNotContainPattern(">[^<]*\\b20\\d\\d-\\d\\d-\\d\\d\\b[^<]*</td>");
        }
    }

    @Test
    void theMoneyOfTheBoardAndOfAProgramOpens() throws Exception {
        Visitor mona = new Visitor(port);
        mona.signIn("manager", "Waymark-demo-2026");
        assertThat(mona.get("/programs/MERIDIAN").body()).contains("href=\"/programs/MERIDIAN/benefits\"");
        assertThat(mona.get("/portfolio").body()).contains("href=\"/programs/MERIDIAN/stages/roi\"");
    }
}
