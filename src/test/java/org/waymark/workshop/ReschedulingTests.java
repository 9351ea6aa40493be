package org.waymark.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.MockitoAnnotations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestClock;
import org.waymark.ledger.Ledger;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.stakeholder.Team;

/** A session moved to the moment it is at already is not moved. */
class ReschedulingTests {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-10");

    private final JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final Workshops workshops = mock();
    private final People people = mock();
    private final Ledger ledger = mock();
    private final ApplicationEventPublisher events = mock();
    private final Rescheduling rescheduling = new Rescheduling(
            jdbc,
            workshops,
            new SessionDays(people, new TestClock("2026-03-03T10:00:00Z")),
            mock(Team.class),
            ledger,
            events);

    @Captor
    private ArgumentCaptor<Map<String, Object>> entry;

    @BeforeEach
    void adaLivesInBerlinAndBenInNewYork() {
        MockitoAnnotations.openMocks(this);
        when(people.get("ada")).thenReturn(person("ada", "Europe/Berlin"));
        when(people.get("ben")).thenReturn(person("ben", "America/New_York"));
    }

    private static Person person(String id, String zone) {
        return new Person(id, id, id + "@example.com", Role.MEMBER, "en", zone, true);
    }

    private void planned(@Nullable String begins) {
        OffsetDateTime at = begins == null ? null : OffsetDateTime.parse(begins);
        OffsetDateTime made = OffsetDateTime.parse("2026-03-01T10:00:00Z");
        when(workshops.lead(eq(1L), any()))
                .thenReturn(new Session(
                        1, "ATLAS", Format.HALF, TUESDAY, at, "ada", "PLANNED", 0, null, "max", made, null));
    }

    @Test
    void theSameMomentChangesNothingWhereverItIsTyped() {
        planned("2026-03-10T08:00:00Z");
        rescheduling.move(1, TUESDAY, LocalTime.of(9, 0), "ada");
        planned(null);
        rescheduling.move(1, TUESDAY, null, "ada");
        // 02:30 in Berlin is the evening before in New York
        planned("2026-03-11T01:30:00Z");
        rescheduling.move(1, TUESDAY.plusDays(1), LocalTime.of(2, 30), "ada");
        rescheduling.move(1, TUESDAY, LocalTime.of(21, 30), "ben");
        verifyNoInteractions(jdbc, ledger, events);
    }

    @Test
    void theRecordTellsBothMomentsInTheSameWords() {
        planned("2026-03-10T08:00:00Z");
        rescheduling.move(1, TUESDAY, LocalTime.of(13, 30), "ada");
        verify(ledger).append(eq("ATLAS"), eq("WORKSHOP_MOVED"), eq("ada"), eq(null), eq("ada"), entry.capture());
        assertThat(entry.getValue())
                .containsEntry("from", "2026-03-10T08:00:00Z")
                .containsEntry("to", "2026-03-10T12:30:00Z");
    }
}
