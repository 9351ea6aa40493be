package org.waymark.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What every contender goes through: the seven stages of a program with three stakeholders, and after each its gate.
 * Waymark's own journey is held against it, so that the others are never asked for more or less than Waymark does.
 */
public record Shape(String stage, List<Step> steps) {

    /** A task that so many people do side by side, with a reminder and a deadline where Waymark has them. */
    record Step(String task, int people, boolean timed) {

        boolean severalTimes() {
            return timed || people > 1;
        }
    }

    static final List<Shape> JOURNEY = List.of(
            of("values", timed("weighValues", 5), one("agreeValues")),
            of("capabilities", timed("rateCapabilities", 3), one("agreeCapabilities")),
            of("maturity", timed("voteMaturity", 5), one("agreeMaturity")),
            of(
                    "roi",
                    one("chooseBenefits"),
                    timed("estimateBenefits", 1),
                    one("buildBusinessCase"),
                    one("reviewFinances")),
            of("use-cases", one("chooseUseCases"), timed("agreeUseCases", 2), one("planFirstWave")),
            of(
                    "operating-model",
                    timed("answerChecklist", 2),
                    new Step("fiveOwnersAgree", 5, false),
                    one("agreeOperatingModel")),
            of("architecture", one("decideComponents"), timed("reviewArchitecture", 2), one("agreeArchitecture")));

    /** What ends every stage. */
    static final List<Step> GATE = List.of(one("submitForDecision"), timed("decideGate", 1));

    /** A stage's tasks and its gate's. */
    List<Step> withGate() {
        return Stream.concat(steps.stream(), GATE.stream()).toList();
    }

    /** How many tasks are handed in by stage, its gate included. */
    public static Map<String, Integer> completionsByStage() {
        Map<String, Integer> counts = new TreeMap<>();
        JOURNEY.forEach(stage -> counts.put(
                stage.stage(), stage.withGate().stream().mapToInt(Step::people).sum()));
        return counts;
    }

    public static int completions() {
        return completionsByStage().values().stream().mapToInt(one -> one).sum();
    }

    private static Shape of(String stage, Step... steps) {
        return new Shape(stage, List.of(steps));
    }

    private static Step one(String task) {
        return new Step(task, 1, false);
    }

    private static Step timed(String task, int people) {
        return new Step(task, people, true);
    }
}
