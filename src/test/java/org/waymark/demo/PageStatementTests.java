package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
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

    /** As often as each page asks at most; a statement for each criterion, person or stage more would show. */
    private static final Map<String, Integer> MOST =
            Map.of("/programs/{code}", 60, "/programs/{code}/sponsor", 34, "/programs/{code}/gates/values", 24);

    /** Who the reader is: their session, read once, and their account. */
    private static final int WHO = 2;

    /** What the board asks for itself, at any size: the reader's desk, the rows, and what needs them first. */
    private static final int MOST_OF_THE_BOARD = 3;

    private static final int MOST_OF_MY_WORK = 20;

    @Autowired
    People people;

    @Autowired
    Catalogue catalogue;

    @Test
    void aProgramOfManyCostsNoMoreStatementsThanOneOfFew() throws Exception {
        String few = launch();
        String many = launch(crowd());
        Browsing manager = Browsing.as(port, "manager");
        for (String page : MOST.keySet()) {
            int small = statements(manager, page.replace("{code}", few));
            int large = statements(manager, page.replace("{code}", many));
            log.info("{}: {} statements for few, {} for many", page, small, large);
            assertThat(large).as(page).isLessThanOrEqualTo(small + 5);
            assertThat(large).as(page).isLessThanOrEqualTo(MOST.get(page));
        }
        int board = statements(manager, "/programs");
        log.info("/programs: {} statements", board);
        assertThat(board).isLessThanOrEqualTo(WHO + MOST_OF_THE_BOARD);
        // somebody of this program alone: others of the house stand for more with every test before this one
        int mine = statements(Browsing.as(port, "many1"), "/my-work");
        log.info("/my-work: {} statements", mine);
        assertThat(mine).isLessThanOrEqualTo(MOST_OF_MY_WORK);
    }

    private int statements(Browsing reader, String page) throws Exception {
        int fewest = Integer.MAX_VALUE;
        for (int again = 0; again < 3; again++) {
            int before = Counting.everybodysTrips();
            HttpResponse<String> answer = reader.get(page);
            fewest = Math.min(fewest, Counting.everybodysTrips() - before);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
        }
        return fewest;
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
