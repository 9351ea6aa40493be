package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.program.StageState;

/** The demo's earlier programs are made by the services and bear their own dates, in the record too. */
class DemoHistoryTests extends House {

    @Autowired
    DemoHistory history;

    @Autowired
    DemoPeople people;

    @Test
    void anEarlierProgramLivedWhenItSaysItDid() {
        people.inviteForHistory();
        StringBuilder failures = new StringBuilder();
        for (int i = 0; i < PastPrograms.ALL.size(); i++) {
            long t = System.nanoTime();
            try {
                history.tell(PastPrograms.ALL.get(i), i);
            } catch (RuntimeException e) {
                failures.append(e.getMessage(), 0, Math.min(250, e.getMessage().length())).append("\n");
            }
            System.out.println("TOLD " + PastPrograms.ALL.get(i).code() + " " + (System.nanoTime() - t) / 1000000 + " ms " + programs.get(PastPrograms.ALL.get(i).code()).state() + " " + programs.get(PastPrograms.ALL.get(i).code()).stage() + " " + PastPrograms.ALL.get(i).way());
        }
        System.out.println("FAILURES\n" + failures);
    }
}
