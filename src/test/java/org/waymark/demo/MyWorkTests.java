package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.engagement.Commitment;
import org.waymark.engagement.Commitments;
import org.waymark.engagement.Concerns;
import org.waymark.engagement.MyWork;
import org.waymark.gate.StandingIn;
import org.waymark.process.Visitor;
import org.waymark.security.People;
import org.waymark.security.Person;

/** My work leaves nothing out and agrees with Tasklist; commitments come together whatever they come from. */
class MyWorkTests extends House {

    @Autowired
    MyWork mine;

    @Autowired
    Commitments commitments;

    @Autowired
    Concerns concerns;

    @Autowired
    People people;

    @Test
    void everyPersonSeesExactlyWhatTheEngineHasForThem() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        name("hr", code);
        assertThat(mine.offered("hr")).isNotEmpty();
        int tasks = 0;
        for (Person person : people.all()) {
            List<String> assigned = engine.getTaskService().createTaskQuery().taskAssignee(person.id()).list().stream()
                    .map(Task::getId)
                    .toList();
            assertThat(mine.open(person.id()))
                    .extracting(MyWork.Task::task)
                    .as(person.id())
                    .containsExactlyInAnyOrderElementsOf(assigned);
            List<String> offered = engine
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(code)
                    .taskCandidateUser(person.id())
                    .includeAssignedTasks()
                    .list()
                    .stream()
                    .map(Task::getId)
                    .toList();
            // other tests leave deputies behind whose days are over by their own clocks
            assertThat(mine.offered(person.id()).stream()
                            .filter(offer -> offer.program().equals(code)))
                    .extracting(StandingIn.Offer::task)
                    .as(person.id())
                    .containsExactlyInAnyOrderElementsOf(offered);
            tasks += assigned.size();
        }
        assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(tasks);
        assertThat(Counting.sent(() -> mine.open("service"))).hasSize(1);
    }

    @Test
    void draftsShowAndWhatIsOverdueIsSaid() throws Exception {
        String code = launch();
        String task = items.open(code).stream()
                .filter(item -> "sales".equals(item.assignee()))
                .findFirst()
                .orElseThrow()
                .task();
        hands.type(items.find(task).orElseThrow(), story(code));
        assertThat(mine.open("sales"))
                .filteredOn(one -> one.task().equals(task))
                .singleElement()
                .satisfies(one -> assertThat(one.saved()).isNotNull());
        Visitor samir = visitor("sales");
        assertThat(samir.get("/my-work").body())
                .contains("/my-work/" + task, "saved ", "about 10 minutes")
                .doesNotContain("??");
    }

    @Test
    void promisesConcernsPledgesAndGatesStandInOneList() {
        String code = launch();
        play(
                story(code).decides("values", conditional()),
                item -> !item.taskKey().equals("fulfilCondition")
                        && !item.stage().equals("capabilities"));
        concerns.raise(code, null, "Who answers at night?", "sales");

        List<Commitment> service = commitments.of("service", code);
        assertThat(kinds(service)).contains(Commitment.Kind.TASK, Commitment.Kind.PLEDGE);
        assertThat(service).isSortedAccordingTo((one, two) -> day(one).compareTo(day(two)));
        assertThat(service)
                .filteredOn(one -> one.href().startsWith("/my-work/"))
                .extracting(Commitment::words)
                .noneMatch(words -> words.contains(code));
        assertThat(commitments.of("manager", code))
                .filteredOn(one -> one.kind() == Commitment.Kind.CONCERN)
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("Answer: Who answers at night?"));
        assertThat(commitments.of("sponsor", code))
                .filteredOn(one -> one.kind() == Commitment.Kind.GATE)
                .singleElement()
                .satisfies(one -> assertThat(one.stage()).isEqualTo("capabilities"));

        // once the proof is shown there is no task, but the promise is still theirs
        hands.handIn(open(code, "fulfilCondition"), story(code));
        assertThat(commitments.of("service", code))
                .filteredOn(one -> one.kind() == Commitment.Kind.CONDITION)
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("Name an owner for the reply promise"));
    }

    @Test
    void aVoteOfferedToADeputyIsListed() throws Exception {
        String code = launch();
        playTo(code, "values", "decideGate");
        assertThat(mine.offered("hr")).noneMatch(one -> one.program().equals(code));
        name("hr", code);
        assertThat(mine.offered("hr"))
                .filteredOn(one -> one.program().equals(code))
                .singleElement()
                .satisfies(one -> assertThat(one.principal()).isEqualTo("sponsor"));
        assertThat(visitor("hr").get("/my-work").body())
                .contains("Decide for Simone Sponsor at the Values gate of " + code);
    }

    private void name(String deputy, String code) throws Exception {
        String body = "{\"deputy\":\"" + deputy + "\",\"until\":\""
                + LocalDate.now(clock).plusDays(3) + "\"}";
        assertThat(Caller.of(port, "sponsor")
                        .post("/api/programs/" + code + "/deputies", body)
                        .statusCode())
                .isLessThan(300);
    }

    private static LocalDate day(Commitment commitment) {
        LocalDate due = commitment.due();
        return due == null ? LocalDate.MAX : due;
    }

    private static List<Commitment.Kind> kinds(List<Commitment> all) {
        return new ArrayList<>(all.stream().map(Commitment::kind).distinct().toList());
    }

    private Visitor visitor(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, "Waymark-demo-2026");
        return visitor;
    }
}
