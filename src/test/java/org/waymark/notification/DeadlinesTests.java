package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.process.NoticeDue;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** However many tasks are late, the last one is not forgotten, and gates are left to their own timers. */
class DeadlinesTests {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final OffsetDateTime DUE = OffsetDateTime.of(2026, 3, 3, 17, 0, 0, 0, ZoneOffset.UTC);

    private final WorkItems items = mock(WorkItems.class);
    private final Notices notices = mock(Notices.class);
    private final Team team = mock(Team.class);
    private final Superiors superiors = mock(Superiors.class);
    private final People people = mock(People.class);
    private final WorkingCalendar calendar = mock(WorkingCalendar.class);
    private final Deadlines deadlines =
            new Deadlines(items, notices, team, superiors, people, calendar, Clock.fixed(NOW, ZoneOffset.UTC));

    private static WorkItem late(String task, String key) {
        return new WorkItem(task, key, key, "ATLAS", "values", "i", "ada", DUE, DUE, "OPEN", null, null);
    }

    @Test
    void aSuperiorHearsAfterFiveWorkingDaysOnlyWhereOneIsNamed() {
        Person ada = new Person("ada", "Ada", "ada@example.com", Role.MEMBER, "en", "UTC", true);
        when(people.find("ada")).thenReturn(Optional.of(ada));
        when(team.first("ATLAS", Part.MANAGER)).thenReturn(Optional.of("max"));
        when(calendar.plusWorkingDays(any(), anyInt(), any()))
                .thenAnswer(call -> ((LocalDate) call.getArgument(0)).plusDays(call.<Integer>getArgument(1)));
        when(superiors.of("ATLAS")).thenReturn(Optional.empty());
        assertThat(deadlines.steps(late("t1", "agreeValues")))
                .extracting(Deadlines.Step::slot)
                .containsExactly("REMINDER:t1", "LATE:t1", "ESCALATION:t1");
        when(superiors.of("ATLAS")).thenReturn(Optional.of("eva"));
        assertThat(deadlines.steps(late("t1", "agreeValues")))
                .filteredOn(step -> step.person().equals("eva"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.slot()).isEqualTo("SUPERIOR:t1");
                    assertThat(step.at().toLocalDate())
                            .isEqualTo(DUE.toLocalDate().plusDays(5));
                });
        assertThat(deadlines.steps(late("t2", "decideGate")))
                .extracting(Deadlines.Step::slot)
                .containsExactly("SUPERIOR:t2");
        for (String nobodyElse : List.of("ada", "max")) {
            when(superiors.of("ATLAS")).thenReturn(Optional.of(nobodyElse));
            assertThat(deadlines.steps(late("t1", "agreeValues"))).hasSize(3);
        }
    }

    @Test
    void theLastOfVeryManyLateTasksIsToldToo() {
        Person ada = new Person("ada", "Ada", "ada@example.com", Role.MEMBER, "en", "UTC", true);
        when(people.find("ada")).thenReturn(Optional.of(ada));
        when(team.first("ATLAS", Part.MANAGER)).thenReturn(Optional.of("max"));
        when(superiors.of("ATLAS")).thenReturn(Optional.empty());
        when(calendar.plusWorkingDays(any(), anyInt(), any()))
                .thenAnswer(call -> ((LocalDate) call.getArgument(0)).plusDays(call.<Integer>getArgument(1)));
        List<WorkItem> all = IntStream.range(0, 1203)
                .mapToObj(at -> late("t" + at, at == 7 ? "decideGate" : "agreeValues"))
                .toList();
        when(items.dueBefore(any(), anyInt(), anyInt())).thenAnswer(call -> {
            int from = call.getArgument(1);
            return all.subList(Math.min(from, all.size()), Math.min(all.size(), from + call.<Integer>getArgument(2)));
        });
        List<NoticeDue> given = new ArrayList<>();
        doAnswer(call -> given.addAll(call.getArgument(0))).when(notices).give(anyList());

        deadlines.sweep();

        assertThat(given).extracting(NoticeDue::slot).contains("REMINDER:t1202", "LATE:t1202", "ESCALATION:t1202");
        assertThat(given).extracting(NoticeDue::task).doesNotContain("t7");
        assertThat(given)
                .filteredOn(one -> one.slot().equals("ESCALATION:t1202"))
                .extracting(NoticeDue::person)
                .containsExactly("max");
    }
}
