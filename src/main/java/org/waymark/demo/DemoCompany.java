package org.waymark.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.waymark.process.Jobs;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Launch;
import org.waymark.program.Programs;

/** Makes the demo company at the first start: seven programs, each at a place worth looking at. */
@Component
@Profile("demo")
class DemoCompany implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final int STEPS = 400;

    private final DemoPeople people;
    private final Programs programs;
    private final WorkItems items;
    private final Jobs jobs;
    private final Hands hands;
    private final Clock clock;

    DemoCompany(DemoPeople people, Programs programs, WorkItems items, Jobs jobs, Hands hands, Clock clock) {
        this.people = people;
        this.programs = programs;
        this.items = items;
        this.jobs = jobs;
        this.hands = hands;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        people.invite();
        LocalDate today = LocalDate.now(clock);
        finished(today);
        atItsGate(today);
        oneVoteShort(today);
        stopped(today);
        sentBack(today);
        withACondition(today);
        small(today);
    }

    private void finished(LocalDate today) {
        Story story = new Story("MERIDIAN", today, "product");
        if (launch(
                "MERIDIAN", "Product listens", "Let what customers say steer the roadmap.", today.minusDays(120), "")) {
            play(story, item -> true);
        }
    }

    private void atItsGate(LocalDate today) {
        Story story = new Story("ATLAS", today, "service").benefits("BEN-01", "BEN-02", "BEN-05", "BEN-06", "BEN-11");
        if (launch(
                "ATLAS",
                "Answer every customer",
                "Answer everyone who needs an answer, inside the promise.",
                today.minusDays(75),
                "")) {
            play(
                    story,
                    item -> !(item.stage().equals("roi")
                            && item.taskKey().equals("decideGate")
                            && "sponsor".equals(item.assignee())));
        }
    }

    private void oneVoteShort(LocalDate today) {
        Story story = new Story("NORTHSTAR", today, "marketing")
                .levels(Map.of("marketing", 2, "product", 2, "sales", 2, "hr", 3, "service", 3));
        List<Launch.Seat> five = List.of(
                seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER"),
                seat("marketing", "FN-MKT", "CLOSE_TO_CUSTOMER"),
                seat("product", "FN-PRD", "LEADERSHIP"),
                seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER"),
                seat("hr", "FN-HR", "LEADERSHIP"));
        if (launch(
                "NORTHSTAR",
                "One front office",
                "Work as one front office, whoever the customer meets.",
                today.minusDays(30),
                "",
                "",
                "",
                five)) {
            play(story, item -> !(item.taskKey().equals("voteMaturity") && "service".equals(item.assignee())));
            items.open("NORTHSTAR", "voteMaturity").forEach(item -> hands.type(item, story));
        }
    }

    private void stopped(LocalDate today) {
        ObjectNode stop = Story.NODES
                .objectNode()
                .put("decision", "KILL")
                .put("reason", "The case does not pay back: conversational orders are too few to carry the platform.");
        Story story = new Story("TIDAL", today, "ecommerce").benefits("BEN-06").decides("roi", stop);
        if (launch("TIDAL", "Commerce in chat", "Sell where customers already chat.", today.minusDays(90), "")) {
            play(story, item -> true);
        }
    }

    private void sentBack(LocalDate today) {
        ObjectNode back = Story.NODES
                .objectNode()
                .put("decision", "RECYCLE")
                .put("recycleTo", "capabilities")
                .put("reason", "The crisis playbook has no owner in PR. Rate again with Pavel in the room.");
        Story story = new Story("LANTERN", today, "press").decides("capabilities", back);
        if (launch(
                "LANTERN",
                "Crisis in an hour",
                "Hear trouble first and contain it within the hour.",
                today.minusDays(40),
                "")) {
            play(
                    story,
                    item -> !(item.stage().equals("capabilities")
                            && item.taskKey().equals("rateCapabilities")
                            && programs.stage("LANTERN", "capabilities").round() > 1
                            && !"service".equals(item.assignee())));
        }
    }

    private void withACondition(LocalDate today) {
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        ObjectNode conditional = Story.NODES.objectNode().put("decision", "CONDITIONAL_GO");
        conditional
                .putArray("conditions")
                .addObject()
                .put("text", "Name an owner for the reply promise")
                .put("owner", "service")
                .put("due", friday.toString())
                .put("proof", "The owner's name in the decision record");
        Story story = new Story("HARBOUR", today, "sales").decides("values", conditional);
        if (launch(
                "HARBOUR", "Care that sells", "Turn good service into the next purchase.", today.minusDays(15), "")) {
            play(
                    story,
                    item -> !item.taskKey().equals("fulfilCondition")
                            && !(item.stage().equals("capabilities")
                                    && item.taskKey().equals("agreeCapabilities")));
        }
    }

    private void small(LocalDate today) {
        Story story = new Story("CEDAR", today, "marketing");
        List<Launch.Seat> three = List.of(
                seat("marketing", "FN-MKT", "LEADERSHIP"),
                seat("agent1", "FN-SVC", "CLOSE_TO_CUSTOMER"),
                seat("legal", "FN-LEG", "LEADERSHIP"));
        if (launch(
                "CEDAR",
                "Content once",
                "Make content once and use it many times.",
                today,
                "LITE",
                "UNDER_100K",
                "LOW",
                three)) {
            play(story, item -> !(item.taskKey().equals("weighValues") && "marketing".equals(item.assignee())));
        }
    }

    /** Everybody does what is theirs, for as long as the story lets them. */
    private void play(Story story, Predicate<WorkItem> goesOn) {
        for (int step = 0; step < STEPS; step++) {
            jobs.settle(story.code());
            List<WorkItem> open =
                    items.open(story.code()).stream().filter(goesOn).toList();
            if (open.isEmpty()) {
                if (!jobs.busy(story.code())) {
                    log.info("Demo program {} is ready", story.code());
                    return;
                }
                Thread.onSpinWait();
                continue;
            }
            hands.handIn(open.get(0), story);
        }
        throw new IllegalStateException("The story of " + story.code() + " does not end");
    }

    private boolean launch(String code, String name, String purpose, LocalDate start, String depth) {
        return launch(code, name, purpose, start, depth, "UNDER_10M", "MEDIUM", everybody());
    }

    private boolean launch(
            String code,
            String name,
            String purpose,
            LocalDate start,
            String depth,
            String band,
            String risk,
            List<Launch.Seat> team) {
        if (programs.find(code).isPresent()) {
            return false;
        }
        // the small teams name their finance partner and architect when the stage that needs them comes near
        boolean whole = team.size() > 5;
        programs.launch(
                new Launch(
                        code,
                        name,
                        purpose,
                        "sponsor",
                        "manager",
                        whole ? "finance" : "",
                        whole ? "architect" : "",
                        band,
                        risk,
                        "EUR",
                        start,
                        depth,
                        "A small program for one team",
                        team),
                "manager");
        return true;
    }

    private static List<Launch.Seat> everybody() {
        List<Launch.Seat> team = new ArrayList<>();
        team.add(seat("service", "FN-SVC", "CLOSE_TO_CUSTOMER"));
        team.add(seat("marketing", "FN-MKT", "LEADERSHIP"));
        team.add(seat("product", "FN-PRD", "LEADERSHIP"));
        team.add(seat("sales", "FN-SAL", "CLOSE_TO_CUSTOMER"));
        team.add(seat("hr", "FN-HR", "LEADERSHIP"));
        team.add(seat("legal", "FN-LEG", "LEADERSHIP"));
        team.add(seat("ecommerce", "FN-ECO", "CLOSE_TO_CUSTOMER"));
        team.add(seat("research", "FN-RES", "CLOSE_TO_CUSTOMER"));
        team.add(seat("press", "FN-PR", "LEADERSHIP"));
        team.add(seat("advertising", "FN-ADV", "LEADERSHIP"));
        return team;
    }

    private static Launch.Seat seat(String person, String function, String group) {
        return new Launch.Seat(person, function, group, "FUNCTION_LEAD");
    }
}
