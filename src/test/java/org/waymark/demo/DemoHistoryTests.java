package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;

/** The demo's earlier programs are made by the services and bear their own dates, in the record too. */
class DemoHistoryTests extends House {

    @Autowired
    DemoHistory history;

    @Autowired
    DemoPeople people;

    @Test
    void anEarlierProgramLivedWhenItSaysItDidAndStandsWhereItShould() {
        people.inviteForHistory();
        PastPrograms stopped = told("QUINCE");
        assertThat(programs.get("QUINCE").state()).isEqualTo("STOPPED");
        assertThat(state("QUINCE", "capabilities")).isEqualTo("STOPPED");
        LocalDate launched = LocalDate.now(clock).minusDays(stopped.daysAgo());
        List<Entry> record = ledger.of("QUINCE");
        assertThat(record).extracting(Entry::at).isSorted();
        assertThat(record.get(0).at().toLocalDate()).isBetween(launched, launched.plusDays(2));
        assertThat(record.get(record.size() - 1).at())
                .isBefore(OffsetDateTime.now(clock).minusDays(200));
        assertThat(ledger.verify("QUINCE").whole()).isTrue();
        assertThat(jdbc.sql("select max(created) from work_item where program = 'QUINCE'")
                        .query(OffsetDateTime.class)
                        .single())
                .isBefore(OffsetDateTime.now(clock).minusDays(200));

        told("MANGO");
        assertThat(programs.get("MANGO").state()).isEqualTo("RUNNING");
        assertThat(state("MANGO", "capabilities")).isEqualTo("OPEN");
        assertThat(items.open("MANGO", "fulfilCondition")).hasSize(1);
        assertThat(items.open("MANGO", "rateCapabilities")).hasSize(1);
    }

    @Test
    void theTableOfEarlierProgramsNamesFortyInEveryState() {
        assertThat(PastPrograms.ALL).hasSize(40).extracting(PastPrograms::code).doesNotHaveDuplicates();
        assertThat(PastPrograms.ALL).extracting(PastPrograms::ends).contains("done", "stopped", "gate", "in", "hold");
        assertThat(PastPrograms.ALL).noneMatch(one -> programs.find(one.code()).isPresent() && one.daysAgo() > 600);
    }

    private PastPrograms told(String code) {
        PastPrograms one = PastPrograms.ALL.stream()
                .filter(past -> past.code().equals(code))
                .findFirst()
                .orElseThrow();
        history.tell(one, 0);
        return one;
    }
}
