package org.waymark.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.process.Rows;
import org.waymark.process.TimeSpent;
import org.waymark.process.TimeSpent.Spent;
import org.waymark.stage.Ask;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;

/** The minutes a program promised when it was launched, beside the minutes its people really used. */
@Component
public class Minutes {

    /** What submitting for a decision and deciding are said to take. */
    static final int SUBMIT = 10;

    static final int DECIDE = 5;

    private final JdbcClient jdbc;
    private final Stages stages;
    private final TimeSpent spent;

    Minutes(JdbcClient jdbc, Stages stages, TimeSpent spent) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.spent = spent;
    }

    /** One kind of task: what was promised for each time, how often it was done, and the middle of what it took. */
    public record Line(String task, int promised, int times, int used) {

        public boolean longer() {
            return used > promised;
        }
    }

    /** One person: what was promised for the tasks they have done, and what these took. */
    public record Share(String person, int tasks, int promised, int used) {

        public boolean longer() {
            return used > promised;
        }
    }

    /** Writes down at launch what is promised, so that a later release promises nothing afterwards. */
    void promise(String program) {
        Rows.insert(
                jdbc,
                "program_promise (program, task, minutes)",
                List.copyOf(offered().entrySet()),
                one -> List.of(program, one.getKey(), one.getValue()));
    }

    /** The promised minutes by task; a program older than the promise has today's. */
    public Map<String, Integer> promised(String program) {
        return Objects.requireNonNull(promised(Set.of(program)).get(program));
    }

    /** The same of several programs, asked at once. */
    public Map<String, Map<String, Integer>> promised(Set<String> programs) {
        Map<String, Map<String, Integer>> kept = new LinkedHashMap<>();
        programs.forEach(program -> kept.put(program, new LinkedHashMap<>()));
        if (!programs.isEmpty()) {
            jdbc.sql("select program, task, minutes from program_promise where program in (:programs) order by task")
                    .param("programs", programs)
                    .query(Promise.class)
                    .list()
                    .forEach(one -> kept.computeIfAbsent(one.program(), any -> new LinkedHashMap<>())
                            .put(one.task(), one.minutes()));
        }
        kept.replaceAll((program, minutes) -> inOrder(minutes));
        return kept;
    }

    private Map<String, Integer> inOrder(Map<String, Integer> kept) {
        if (kept.isEmpty()) {
            return offered();
        }
        Map<String, Integer> promised = new LinkedHashMap<>();
        // in the order of the journey; what a later release no longer asks comes last
        offered().keySet().stream().filter(kept::containsKey).forEach(task -> promised.put(task, kept.get(task)));
        kept.forEach(promised::putIfAbsent);
        return promised;
    }

    record Promise(String program, String task, int minutes) {}

    private Map<String, Integer> offered() {
        Map<String, Integer> minutes = new LinkedHashMap<>();
        for (StageModel stage : stages.inOrder()) {
            for (Ask ask : stage.asks()) {
                minutes.put(ask.task(), ask.minutes());
            }
        }
        minutes.put("submitForDecision", SUBMIT);
        minutes.put("decideGate", DECIDE);
        return minutes;
    }

    /** Every kind of task done so far whose time was counted, in the order of the journey. */
    public List<Line> lines(String program) {
        Map<String, List<Integer>> used = new LinkedHashMap<>();
        counted(program)
                .forEach(one -> used.computeIfAbsent(one.taskKey(), any -> new ArrayList<>())
                        .add(one.minutes()));
        List<Line> lines = new ArrayList<>();
        promised(program).forEach((task, minutes) -> {
            List<Integer> each = used.get(task);
            if (each != null) {
                lines.add(new Line(task, minutes, each.size(), middle(each)));
            }
        });
        return lines;
    }

    /** Everybody whose time was counted. */
    public List<Share> shares(String program) {
        Map<String, Integer> promised = promised(program);
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Spent one : counted(program)) {
            Integer minutes = promised.get(one.taskKey());
            if (minutes != null) {
                shares.merge(
                        one.person(),
                        new Share(one.person(), 1, minutes, one.minutes()),
                        (was, more) -> new Share(
                                was.person(),
                                was.tasks() + 1,
                                was.promised() + more.promised(),
                                was.used() + more.used()));
            }
        }
        return shares.values().stream()
                .sorted((one, two) -> Integer.compare(two.used(), one.used()))
                .toList();
    }

    private List<Spent> counted(String program) {
        return spent.in(program).stream()
                .filter(one -> one.done() && one.minutes() > 0)
                .toList();
    }

    /** Between two the lower one. */
    static int middle(List<Integer> minutes) {
        return minutes.stream().sorted().toList().get((minutes.size() - 1) / 2);
    }
}
