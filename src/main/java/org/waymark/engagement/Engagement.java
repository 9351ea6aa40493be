package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.calendar.WorkingCalendar;

/**
 * Of the people asked for something in the last 30 days, how many have acted; and of the functions in scope, how many
 * have somebody who did. {@code waiting} are people who were asked some days ago and have done nothing in that time,
 * {@code silent} the functions whose only people are among them (dcfts.md 4.2).
 */
public record Engagement(
        int answered,
        int asked,
        int functions,
        int functionsInTeam,
        List<String> waiting,
        List<String> silent,
        List<Warning> warnings) {

    static final int DAYS = 30;
    /** From when on asking counts: whole days, so that the board and the program page count the same. */
    public static OffsetDateTime since(OffsetDateTime now) {
        return now.minusDays(DAYS).truncatedTo(ChronoUnit.DAYS);
    }

    static final int ENOUGH_PERCENT = 60;
    /** Whoever was asked less than this many working days ago is not silent yet. */
    static final int GRACE = 3;

    /** One task put before somebody: open, handed in by somebody, or closed without an answer. */
    record Asked(
            String program,
            @Nullable String assignee,
            @Nullable String endedBy,
            OffsetDateTime created,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime ended,
            String state) {

        boolean open() {
            return state.equals("OPEN");
        }

        boolean patienceIsOver(OffsetDateTime now, WorkingCalendar calendar) {
            LocalDate since = created.toLocalDate();
            return (due != null && due.isBefore(now))
                    || calendar.workingDaysBetween(since, now.toLocalDate(), null) >= GRACE;
        }
    }

    static Engagement of(
            List<Asked> tasks, Map<String, Set<String>> functionsOf, OffsetDateTime now, WorkingCalendar calendar) {
        OffsetDateTime from = since(now);
        Set<String> answered = new LinkedHashSet<>();
        Set<String> asked = new LinkedHashSet<>();
        Set<String> waiting = new LinkedHashSet<>();
        for (Asked task : tasks) {
            boolean acted = task.endedBy() != null
                    && task.ended() != null
                    && !task.ended().isBefore(from);
            if (acted) {
                answered.add(String.valueOf(task.endedBy()));
                asked.add(String.valueOf(task.endedBy()));
            } else if (task.assignee() != null
                    && (task.open() || !task.created().isBefore(from))) {
                asked.add(task.assignee());
                if (task.open() && task.patienceIsOver(now, calendar)) {
                    waiting.add(task.assignee());
                }
            }
        }
        waiting.removeAll(answered);
        Set<String> scope = functions(functionsOf, functionsOf.keySet());
        Set<String> acting = functions(functionsOf, answered);
        Set<String> silent = functions(functionsOf, waiting);
        silent.removeAll(acting);
        return new Engagement(
                answered.size(),
                asked.size(),
                acting.size(),
                scope.size(),
                List.copyOf(waiting),
                List.copyOf(silent),
                warnings(answered.size(), asked.size(), List.copyOf(waiting), silent));
    }

    /** Few answers, or a function nobody has heard of; only while there is somebody to call. */
    private static List<Warning> warnings(int answered, int asked, List<String> waiting, Set<String> silent) {
        List<Warning> warnings = new ArrayList<>();
        if (!waiting.isEmpty() && answered * 100 < asked * ENOUGH_PERCENT) {
            warnings.add(new Warning("engagement", "few", List.of(answered, asked), waiting));
        }
        for (String function : silent) {
            warnings.add(new Warning("engagement", "silent", List.of(function), waiting));
        }
        return List.copyOf(warnings);
    }

    private static Set<String> functions(Map<String, Set<String>> functionsOf, Set<String> people) {
        Set<String> functions = new TreeSet<>();
        people.forEach(person -> functions.addAll(functionsOf.getOrDefault(person, Set.of())));
        return functions;
    }
}
