package org.waymark.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.process.Jobs;
import org.waymark.process.Past;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Launch;
import org.waymark.program.Programs;

/**
 * Gives the demo company forty earlier programs and two years of history, after the start and beside it. Everybody acts
 * through the same services as on any day; only the clock of this thread stands earlier, so nothing is dated by hand.
 */
@Component
@Profile("demo")
class DemoHistory {

    private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);
    private static final int STEPS = 400;
    private static final long TURN = 1000;
    private static final List<String> MANAGERS = List.of("manager2", "manager3", "manager2", "manager3", "manager");
    private static final List<String> SPONSORS = List.of("sponsor2", "sponsor3", "sponsor2", "sponsor3", "sponsor");
    private static final Set<String> GATE = Set.of("submitForDecision", "decideGate", "answerQuestions");

    private final DemoPeople people;
    private final Programs programs;
    private final WorkItems items;
    private final Jobs jobs;
    private final Hands hands;
    private final Past past;
    private final PastBenefits benefits;
    private final Clock clock;
    private final boolean wanted;
    private volatile @Nullable Integer made;

    DemoHistory(
            DemoPeople people,
            Programs programs,
            WorkItems items,
            Jobs jobs,
            Hands hands,
            Past past,
            PastBenefits benefits,
            Clock clock,
            @Value("${waymark.demo.history:true}") boolean wanted) {
        this.people = people;
        this.programs = programs;
        this.items = items;
        this.jobs = jobs;
        this.hands = hands;
        this.past = past;
        this.benefits = benefits;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** How many earlier programs are there while more are being made; nothing when all are. */
    @Nullable
    Integer made() {
        return made;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!wanted
                || PastPrograms.ALL.stream()
                        .allMatch(one -> programs.find(one.code()).isPresent())) {
            return;
        }
        made = 0;
        Thread teller = new Thread(this::tell, "demo-history");
        teller.setDaemon(true);
        teller.start();
    }

    private void tell() {
        try {
            people.inviteForHistory();
            for (int each = 0; each < PastPrograms.ALL.size(); each++) {
                int at = each;
                PastPrograms one = PastPrograms.ALL.get(at);
                if (programs.find(one.code()).isEmpty()) {
                    past.alone(() -> tell(one, at));
                    // somebody may be trying the demo already: their program moves on between two of ours
                    Thread.sleep(TURN);
                }
                made = at + 1;
            }
            log.info("The demo's history of {} programs is ready", PastPrograms.ALL.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            made = null;
        }
    }

    /** Plays one program from its launch to where it stands today. */
    void tell(PastPrograms one, int at) {
        Random random = new Random(one.code().hashCode());
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime[] then = {workday(now.minusDays(one.daysAgo()).with(LocalTime.of(9, 12)))};
        Story story = story(one, then[0]);
        past.at(then[0], () -> launch(one, at, then[0]));
        for (int step = 0; step < STEPS; step++) {
            past.at(then[0], () -> jobs.settle(one.code()));
            WorkItem item = items.open(one.code()).stream()
                    .filter(open -> goesOn(one, open))
                    .findFirst()
                    .orElse(null);
            if (item == null) {
                benefits.tell(one.code(), at, now.minusHours(1));
                return;
            }
            long minutes =
                    (long) (one.pace() * (6 * 60 + random.nextInt(GATE.contains(item.taskKey()) ? 30 * 60 : 54 * 60)));
            OffsetDateTime next = workday(then[0].plusMinutes(minutes));
            then[0] = next.isAfter(now.minusHours(2)) ? now.minusHours(2) : next;
            past.at(then[0], () -> hands.handIn(item, story.on(then[0].toLocalDate())));
        }
        throw new IllegalStateException("The history of " + one.code() + " does not end");
    }

    /** Whether people did this task too, or it still waits today. */
    private static boolean goesOn(PastPrograms one, WorkItem item) {
        if (item.taskKey().equals("fulfilCondition") || item.taskKey().equals("confirmCondition")) {
            return !one.stages("owed").contains(item.stage());
        }
        if (!item.stage().equals(one.stage())) {
            return true;
        }
        return switch (one.ends()) {
            case "gate" -> !item.taskKey().equals("decideGate");
            case "in" -> GATE.contains(item.taskKey()) || !lastOne(item);
            default -> true;
        };
    }

    /** In a round that is still open one of three is missing; what comes after it has not begun. */
    private static boolean lastOne(WorkItem item) {
        return !List.of("agent1", "research").contains(item.assignee());
    }

    private Story story(PastPrograms one, OffsetDateTime then) {
        Story story = new Story(one.code(), then.toLocalDate(), "press");
        // what was stopped for its case does not pay back; everything else does
        double benefit = one.stages("stopped").contains("roi") ? one.size() : 0.6 + 0.75 * one.size();
        Map<String, String> contacts = new LinkedHashMap<>(Figures.USUAL.get("BEN-01"));
        contacts.computeIfPresent("contactsPerYear", (name, figure) -> scaled(figure, benefit));
        Map<String, String> deflected = new LinkedHashMap<>(Figures.USUAL.get("BEN-02"));
        deflected.computeIfPresent("eligibleContactsPerYear", (name, figure) -> scaled(figure, benefit));
        story.figures("BEN-01", contacts).figures("BEN-02", deflected).size(0.8 * one.size());
        one.stages("back")
                .forEach(stage -> story.decides(
                        stage,
                        decision("RECYCLE", "Two functions were not heard. Ask them and come back.")
                                .put("recycleTo", stage)));
        one.stages("stopped")
                .forEach(stage ->
                        story.decides(stage, decision("KILL", "Something else serves the same purpose better.")));
        one.stages("hold")
                .forEach(stage -> story.decides(
                        stage,
                        decision("HOLD", "A decision elsewhere has to come first.")
                                .put(
                                        "holdUntil",
                                        OffsetDateTime.now(clock)
                                                .toLocalDate()
                                                .plusDays(21)
                                                .toString())));
        one.stages("cond").forEach(stage -> story.decides(stage, promise(then, one, 400)));
        one.stages("owed").forEach(stage -> story.decides(stage, promise(then, one, one.daysAgo() + 6)));
        return story;
    }

    private static ObjectNode promise(OffsetDateTime then, PastPrograms one, int days) {
        ObjectNode decision = decision("CONDITIONAL_GO", "Good enough to go on, if what is missing follows soon.");
        decision.putArray("conditions")
                .addObject()
                .put("text", "Name who answers in the evening")
                .put("owner", "press")
                .put("due", then.toLocalDate().plusDays(Math.min(days, 390)).toString())
                .put("proof", "The roster");
        return decision;
    }

    private static ObjectNode decision(String kind, String reason) {
        return Story.NODES.objectNode().put("decision", kind).put("reason", reason);
    }

    private static String scaled(String figure, double size) {
        return new BigDecimal(figure)
                .multiply(BigDecimal.valueOf(size))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void launch(PastPrograms one, int at, OffsetDateTime then) {
        String manager = MANAGERS.get(at % MANAGERS.size());
        programs.launch(
                new Launch(
                        one.code(),
                        one.name(),
                        one.purpose(),
                        SPONSORS.get((at + 2) % SPONSORS.size()),
                        manager,
                        "partner2",
                        "agent4",
                        one.size() > 1.2 ? "UNDER_10M" : "UNDER_1M",
                        one.risk(),
                        "EUR",
                        then.toLocalDate(),
                        "LITE",
                        "One team and its neighbours",
                        List.of(
                                new Launch.Seat("press", "FN-SAL", "LEADERSHIP", "FUNCTION_LEAD"),
                                new Launch.Seat("agent1", "FN-SVC", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"),
                                new Launch.Seat("research", "FN-PRD", "CLOSE_TO_CUSTOMER", "FUNCTION_LEAD"))),
                manager);
    }

    private static OffsetDateTime workday(OffsetDateTime at) {
        int days = at.getDayOfWeek() == DayOfWeek.SATURDAY ? 2 : at.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0;
        return at.plusDays(days);
    }
}
