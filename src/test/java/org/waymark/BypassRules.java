package org.waymark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** That no diagram has a way around a gate, a review or an agreement. */
final class BypassRules {

    static final List<String> ORDER =
            List.of("values", "capabilities", "maturity", "roi", "use-cases", "operating-model", "architecture");

    private static final Map<String, List<String>> AGREEING = Map.of(
            "values", List.of("weighValues", "agreeValues"),
            "capabilities", List.of("rateCapabilities", "agreeCapabilities"),
            "maturity", List.of("voteMaturity", "agreeMaturity"),
            "roi", List.of("chooseBenefits", "estimateBenefits", "buildBusinessCase", "reviewFinances"),
            "use-cases", List.of("chooseUseCases", "agreeUseCases", "planFirstWave"),
            "operating-model", List.of("answerChecklist", "agreeOperatingModel"),
            "architecture", List.of("decideComponents", "reviewArchitecture", "agreeArchitecture"));

    private BypassRules() {}

    /** Without the flow that says a stage has passed, nothing after that stage can be reached. */
    static List<String> journey(Path path) {
        Diagram diagram = Diagram.read(path);
        List<String> said = new ArrayList<>();
        List<String> stages = ORDER.stream()
                .map(BypassRules::camel)
                .filter(stage -> diagram.shape(stage + "Stage").isPresent())
                .toList();
        for (int i = 0; i < stages.size(); i++) {
            String passed = stages.get(i) + "Outcome_PASS";
            Set<String> reached =
                    diagram.reachable(shape -> true, flow -> !flow.id().equals(passed));
            for (String later : stages.subList(i + 1, stages.size())) {
                if (reached.contains(later + "Stage") || reached.contains(later + "Gate")) {
                    said.add(later + " can be reached without " + passed);
                }
            }
            if (reached.contains("programCompleted") || reached.contains("completeProgram")) {
                said.add("the program can complete without " + passed);
            }
        }
        Set<String> all = diagram.reachable(shape -> true, flow -> true);
        diagram.shapes().stream()
                .filter(shape -> !shape.is("subProcess") && !all.contains(shape.id()))
                .forEach(shape -> said.add(shape.id() + " is never reached"));
        return said;
    }

    /** Every way to a passed gate leads through the call for the review, the decision and its close. */
    static List<String> gate(Path path) {
        Diagram diagram = Diagram.read(path);
        List<String> said = new ArrayList<>();
        for (String needed : List.of("measureCriteria", "convene", "decideGate", "closeSitting")) {
            if (diagram.reachable(shape -> !shape.id().equals(needed), flow -> true)
                    .contains("gatePassed")) {
                said.add("the gate can be passed without " + needed);
            }
        }
        if (diagram.reachable(shape -> true, flow -> !flow.id().equals("gateDecision_PASS"))
                .contains("gatePassed")) {
            said.add("the gate can be passed without gateDecision_PASS");
        }
        if (!diagram.reachable(shape -> true, flow -> true).contains("gatePassed")) {
            said.add("the gate can never be passed");
        }
        return said;
    }

    /** A promise ends kept only when its proof was shown and confirmed, and any other way only by the sponsor's decision. */
    static List<String> condition(Path path) {
        Diagram diagram = Diagram.read(path);
        List<String> said = new ArrayList<>();
        Map<String, List<String>> needed = Map.of(
                "conditionKept", List.of("fulfilCondition", "confirmCondition", "settleProof"),
                "conditionWaived", List.of("resolveOverdueCondition", "settleOverdue"),
                "gateReopened", List.of("resolveOverdueCondition", "settleOverdue", "reopenGate"));
        needed.forEach((end, steps) -> steps.forEach(step -> {
            if (diagram.reachable(shape -> !shape.id().equals(step), flow -> true)
                    .contains(end)) {
                said.add(end + " can be reached without " + step);
            }
        }));
        Map<String, String> flows = Map.of(
                "conditionKept", "conditionProof_KEPT",
                "conditionWaived", "overdueDecision_WAIVED",
                "gateReopened", "overdueDecision_REOPENED");
        flows.forEach((end, flow) -> {
            if (diagram.reachable(shape -> true, one -> !one.id().equals(flow)).contains(end)) {
                said.add(end + " can be reached without " + flow);
            }
            if (!diagram.reachable(shape -> true, one -> true).contains(end)) {
                said.add(end + " is never reached");
            }
        });
        return said;
    }

    /** Whether a gate's decision stands on a step: every one of the gate itself, and those a stage cannot end without. */
    static boolean needed(String diagram, String step) {
        return diagram.equals("gate")
                || AGREEING.getOrDefault(diagram.replace("stage-", ""), List.of())
                        .contains(step);
    }

    /** A benefit is tracked to its end only by report, confirmation and measure, and no drift passes without a decision. */
    static List<String> benefit(Path path) {
        Diagram diagram = Diagram.read(path);
        List<String> said = new ArrayList<>();
        Map<String, List<String>> needed = Map.of(
                "benefitTracked",
                        List.of(
                                "openQuarter",
                                "reportBenefit",
                                "confirmBenefit",
                                "settleConfirmation",
                                "measureDrift",
                                "closeQuarter"),
                "benefitUnreported", List.of("openQuarter", "missQuarter"),
                "benefitDropped", List.of("openQuarter"));
        needed.forEach((end, steps) -> steps.forEach(step -> {
            if (diagram.reachable(shape -> !shape.id().equals(step), flow -> true)
                    .contains(end)) {
                said.add(end + " can be reached without " + step);
            }
        }));
        Map<String, List<String>> flows = Map.of(
                "benefitTracked", List.of("benefitConfirmation_CONFIRMED", "benefitQuarter_LAST"),
                "benefitUnreported", List.of("missedQuarter_LAST"),
                "benefitDropped", List.of("benefitCheckpoint_OVER"),
                "resolveDrift", List.of("benefitDrift_BEYOND"),
                "reopenRoiGate", List.of("driftResolution_REOPENED"));
        flows.forEach((end, ways) -> {
            ways.forEach(way -> {
                if (diagram.reachable(shape -> true, one -> !one.id().equals(way))
                        .contains(end)) {
                    said.add(end + " can be reached without " + way);
                }
            });
            if (!diagram.reachable(shape -> true, one -> true).contains(end)) {
                said.add(end + " is never reached");
            }
        });
        List.of("resolveDrift", "settleDrift").forEach(step -> {
            if (diagram.reachable(
                            shape -> !shape.id().equals(step),
                            flow -> !flow.id().equals("benefitDrift_WITHIN"))
                    .contains("closeQuarter")) {
                said.add("a drift beyond the band can be closed without " + step);
            }
        });
        return said;
    }

    /** A stage is opened by the check that refuses a program without its earlier gates, and ends only after its agreement. */
    static List<String> stage(Path path) {
        Diagram diagram = Diagram.read(path);
        List<String> said = new ArrayList<>();
        String stage = diagram.file();
        String open = "open" + Character.toUpperCase(camel(stage).charAt(0))
                + camel(stage).substring(1);
        String expression = "${programProcess.openStage(execution.processBusinessKey, '" + stage + "')}";
        boolean first = diagram.shapes("startEvent").stream()
                .allMatch(start -> diagram.from(start.id()).stream()
                        .allMatch(flow -> flow.target().equals(open)));
        boolean asks = diagram.shape(open)
                .filter(shape -> shape.camunda("expression").equals(expression))
                .isPresent();
        if (!first || !asks) {
            said.add(stage + " does not begin with " + open);
        }
        List<String> ends = diagram.shapes("endEvent").stream()
                .map(Diagram.Shape::id)
                .filter(end -> mainWay(diagram, "").contains(end))
                .toList();
        if (ends.size() != 1) {
            said.add(stage + " ends in " + ends);
        }
        for (String needed : AGREEING.getOrDefault(stage, List.of())) {
            if (mainWay(diagram, needed).stream().anyMatch(ends::contains)) {
                said.add(stage + " can end without " + needed);
            }
        }
        return said;
    }

    /** What the main token reaches; side tokens of timers that interrupt nothing end by themselves. */
    private static Set<String> mainWay(Diagram diagram, String without) {
        return diagram.reachable(
                shape -> !shape.id().equals(without)
                        && !shape.xml().getAttribute("cancelActivity").equals("false"),
                flow -> true);
    }

    static String camel(String stage) {
        StringBuilder name = new StringBuilder();
        for (String part : stage.split("-")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
