package org.waymark.notification;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.calendar.Meeting;
import org.waymark.process.WorkItem;

/**
 * What of everything a person could be told is worth a mail now. What was done meanwhile is dropped; a reminder that
 * is not overdue is one of at most two mails that nudge a week; nobody is reminded on the day they were written about
 * the same thing, nor of a gate before the working day it is due after ({@code soon} is the end of the next one); what
 * can wait for the digest waits.
 */
record Sieve(
        MailWish wish,
        ZonedDateTime now,
        ZonedDateTime soon,
        int nudgesThisWeek,
        boolean writtenToday,
        List<Told> toldToday) {

    static final int MOST_NUDGES = 2;
    private static final Duration NEWS = Duration.ofDays(7);
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(15);

    /** What a person was written about; without a task it is about whatever they do there. */
    record Told(
            String program,
            String stage,
            String taskKey,
            @Nullable String task) {

        boolean is(Notice notice) {
            return program.equals(notice.program())
                    && stage.equals(notice.stage())
                    && taskKey.equals(notice.taskKey())
                    && (task == null || notice.task() == null || task.equals(notice.task()));
        }
    }

    /** A notice with the open task it is about; none when it is about no task or the task is over. */
    record Thing(Notice notice, @Nullable WorkItem item) {}

    /** What to write about, and what became of the rest; what is in neither waits. */
    record Sifted(List<Thing> write, Map<Notice, String> settled, boolean nudge) {}

    Sifted sift(List<Thing> pending) {
        Map<Notice, String> settled = new LinkedHashMap<>();
        List<Thing> left = new ArrayList<>();
        for (Thing thing : pending) {
            String fate = fate(thing);
            if (fate == null) {
                left.add(thing);
            } else {
                settled.put(thing.notice(), fate);
            }
        }
        return new Sifted(
                waits(left) ? List.of() : left,
                settled,
                left.stream().anyMatch(thing -> nudges(thing) && !isNews(thing, left)));
    }

    private @Nullable String fate(Thing thing) {
        Notice notice = thing.notice();
        if (notice.isForOwnTask() && thing.item() == null) {
            return "DONE";
        }
        if (notice.task() != null && thing.item() == null) {
            return "DONE";
        }
        if (notice.kind().equals(Notice.PASSED)
                && notice.given().isBefore(now.minus(NEWS).toOffsetDateTime())) {
            return "OLD";
        }
        if (notice.kind().equals(Notice.MEETING) && Meeting.dayOf(notice.slot()).isBefore(now.toLocalDate())) {
            return "OLD";
        }
        boolean mayDecide = notice.isForOwnTask() || notice.kind().equals(Notice.DEPUTY);
        if (mayDecide && notice.taskKey().equals("decideGate") && !wish.decisions()) {
            return "SILENT";
        }
        if (notice.kind().equals(Notice.REMINDER)
                && (toldToday.stream().anyMatch(told -> told.is(notice)) || early(thing))) {
            return "NOT_NOW";
        }
        return nudges(thing) && nudgesThisWeek >= MOST_NUDGES ? "ENOUGH" : null;
    }

    private boolean early(Thing thing) {
        WorkItem item = thing.item();
        OffsetDateTime due = item == null ? null : item.due();
        return thing.notice().taskKey().equals("decideGate") && due != null && due.isAfter(soon.toOffsetDateTime());
    }

    /** Whoever is only now given a task is not nudged by hearing its date. */
    private static boolean isNews(Thing thing, List<Thing> all) {
        WorkItem item = thing.item();
        return item != null
                && all.stream().anyMatch(one -> one.notice().kind().equals(Notice.ASSIGNED) && item.equals(one.item()));
    }

    private boolean nudges(Thing thing) {
        String kind = thing.notice().kind();
        return kind.equals(Notice.MEETING) || (kind.equals(Notice.REMINDER) && !overdue(thing));
    }

    private boolean overdue(Thing thing) {
        WorkItem item = thing.item();
        return item != null && item.isOverdue(now.toOffsetDateTime());
    }

    /** A burst of things goes into one mail; a digest waits for its day unless something cannot. */
    private boolean waits(List<Thing> left) {
        if (left.isEmpty()) {
            return true;
        }
        if (wish.digest() && left.stream().noneMatch(this::cannotWait) && !digestNow()) {
            return true;
        }
        OffsetDateTime instant = now.toOffsetDateTime();
        boolean settling =
                left.stream().anyMatch(thing -> thing.notice().given().isAfter(instant.minus(SETTLING)));
        boolean fresh =
                left.stream().allMatch(thing -> thing.notice().given().isAfter(instant.minus(LONGEST_SETTLING)));
        return settling && fresh;
    }

    private boolean digestNow() {
        return wish.weekdays().contains(now.getDayOfWeek()) && !writtenToday;
    }

    /** Whatever is due on the day of the digest or before, and who meets tomorrow: its morning would be late for it. */
    private boolean cannotWait(Thing thing) {
        String kind = thing.notice().kind();
        if (kind.equals(Notice.MEETING) || kind.equals(Notice.BALLOT)) {
            return true;
        }
        WorkItem item = thing.item();
        OffsetDateTime due = item == null ? null : item.due();
        return due != null && due.isBefore(wish.nextDigest(now).plusDays(1).toOffsetDateTime());
    }
}
