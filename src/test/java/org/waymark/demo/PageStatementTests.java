package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.catalogue.Catalogue;
import org.waymark.program.Launch;
import org.waymark.security.NewPerson;
import org.waymark.security.People;

/** A page asks the database as often for a program of many as for one of few: a statement a person would show here. */
class PageStatementTests extends House {

    private static final Logger log = LoggerFactory.getLogger(PageStatementTests.class);

    /** As often as each page asks at most, with what is remembered between pages already read. */
    private static final Map<String, Integer> MOST =
            Map.of(
            "/programs/{code}", 85, "/my-work", 85, "/programs/{code}/sponsor", 85, "/programs/{code}/gates/values", 85);

    @Autowired
    People people;

    @Autowired
    Catalogue catalogue;

    @Test
    void aProgramOfManyCostsNoMoreStatementsThanOneOfFew() throws Exception {
        String few = launch();
        String many = launch(crowd());
        Map<String, Browsing> readers = new LinkedHashMap<>();
        for (String page : List.of(
                "/programs/{code}", "/my-work", "/programs/{code}/sponsor", "/programs/{code}/gates/values")) {
            Browsing reader = readers.computeIfAbsent(page.equals("/my-work") ? "service" : "manager", this::in);
            int small = statements(reader, page.replace("{code}", few));
            int large = statements(reader, page.replace("{code}", many));
            log.info("{}: {} statements for few, {} for many", page, small, large);
            assertThat(large).as(page).isLessThanOrEqualTo(small + 1);
            assertThat(large).as(page).isLessThanOrEqualTo(MOST.get(page));
        }
    }

    private Browsing in(String person) {
        try {
            return Browsing.as(port, person);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int statements(Browsing reader, String page) throws Exception {
        reader.get(page);
        int before = Counting.everybodysTrips();
        HttpResponse<String> answer = reader.get(page);
        int sent = Counting.everybodysTrips() - before;
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return sent;
    }

    private List<Launch.Seat> crowd() {
        List<Launch.Seat> crowd = new ArrayList<>();
        List<String> functions =
                catalogue.functions().stream().map(one -> one.id()).toList();
        for (int i = 1; i <= 16; i++) {
            String id = "many" + i;
            if (people.find(id).isEmpty()) {
                people.add(new NewPerson(id, "Many " + i, null, "MEMBER", "en", "UTC"), "Waymark-demo-2026", false);
            }
            crowd.add(new Launch.Seat(
                    id,
                    functions.get(i % functions.size()),
                    "CLOSE_TO_CUSTOMER",
                    i % 2 == 0 ? "FUNCTION_LEAD" : "RATER"));
        }
        return crowd;
    }
}
