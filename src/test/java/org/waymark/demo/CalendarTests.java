package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.notification.Mail;
import org.waymark.notification.Mailman;
import org.waymark.notification.Outbox;

/** Gates in people's calendars: invited, moved, ended, and never anybody's but their own. */
class CalendarTests extends House {

    @Autowired
    Mailman mailman;

    @Autowired
    Outbox outbox;

    @BeforeEach
    void aTuesdayAtTen() {
        LocalDate tuesday = LocalDate.now(clock).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        ClockUtil.setCurrentTime(Date.from(
                tuesday.atTime(10, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant()));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private List<String> invitations(String person, String code) {
        return outbox.to(person, 10_000).stream()
                .map(Mail::calendar)
                .filter(calendar -> calendar != null && calendar.contains("UID:gate-" + code + "-"))
                .toList();
    }

    @Test
    void aGateIsInvitedToOnceMovedWithItsDayAndEndedWithItsProgram() {
        String code = launch();
        mailman.plan();
        mailman.plan();
        assertThat(invitations("sponsor", code)).hasSize(1);
        assertThat(invitations("service", code)).isEmpty();
        jdbc.sql("update program_stage set planned = :day where program = :code and stage = 'values'")
                .param("day", LocalDate.now(clock).plusDays(40))
                .param("code", code)
                .update();
        mailman.plan();
        programs.stop(code, "The strategy moved.", "manager");
        mailman.plan();
        mailman.plan();
        assertThat(invitations("sponsor", code))
                .satisfiesExactly(
                        ended -> assertThat(ended).contains("METHOD:CANCEL", "SEQUENCE:2"),
                        moved -> assertThat(moved).contains("METHOD:REQUEST", "SEQUENCE:1"),
                        invited -> assertThat(invited).contains("METHOD:REQUEST", "SEQUENCE:0"));
    }

    @Test
    void nobodyReadsACalendarWithoutItsSecret() throws Exception {
        HttpResponse<String> guessed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/calendar/guess.ics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(guessed.statusCode()).isEqualTo(404);
        assertThat(guessed.body()).doesNotContain("VCALENDAR");
    }
}
