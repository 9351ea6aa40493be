package org.waymark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a diagram parts: one named outcome is compared, every outcome has its flow, and none has two. */
final class GatewayRules {

    private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+|\\w+\\.\\w+\\([^()]*\\)) == '([A-Z_]+)'}");
    private static final Map<String, Set<String>> OUTCOMES = Map.ofEntries(
            Map.entry("submission", Set.of("READY", "NEEDED")),
            Map.entry("panelState", Set.of("NEXT", "DONE")),
            Map.entry("owners", Set.of("FIVE_OWNERS", "NONE")),
            Map.entry("recycleAt", Set.of("HERE", "EARLIER")),
            Map.entry("proof", Set.of("KEPT", "OPEN")),
            Map.entry("resolution", Set.of("EXTENDED", "WAIVED", "REOPENED")),
            Map.entry("checkpoint", Set.of("DUE", "OVER")),
            Map.entry("confirmation", Set.of("CONFIRMED", "RETURNED")),
            Map.entry("drift", Set.of("WITHIN", "BEYOND")),
            Map.entry("driftDecision", Set.of("ACCEPTED", "CORRECT", "REOPENED")),
            Map.entry("quarter", Set.of("NEXT", "LAST")),
            Map.entry("outcome", Set.of("PASS", "RECYCLE", "KILL")),
            Map.entry("gateDecision", Set.of("PASS", "RECYCLE", "KILL", "HOLD", "MORE_INFORMATION")));

    private GatewayRules() {}

    static Stream<String> gateways(Diagram diagram) {
        List<String> said = new ArrayList<>();
        for (Diagram.Flow flow : diagram.flows()) {
            boolean parts = diagram.shape(flow.source())
                    .filter(shape -> shape.is("exclusiveGateway"))
                    .isPresent();
            if (!parts && !flow.condition().isEmpty()) {
                said.add(flow.id() + " has a condition but leaves no gateway");
            }
        }
        diagram.shapes("exclusiveGateway").forEach(gateway -> parting(diagram, gateway, said));
        return said.stream();
    }

    private static void parting(Diagram diagram, Diagram.Shape gateway, List<String> said) {
        List<String> compared = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        for (Diagram.Flow flow : diagram.from(gateway.id())) {
            Matcher comparison = COMPARISON.matcher(flow.condition());
            if (!comparison.matches()) {
                said.add(flow.id() + " compares no named outcome: " + flow.condition());
                continue;
            }
            compared.add(comparison.group(1));
            outcomes.add(comparison.group(2));
            if (!flow.id().equals(gateway.id() + "_" + comparison.group(2))) {
                said.add(flow.id() + " is not called after its outcome " + comparison.group(2));
            }
        }
        if (compared.stream().distinct().count() > 1) {
            said.add(gateway.id() + " compares different things: " + compared);
        }
        if (outcomes.size() != outcomes.stream().distinct().count()) {
            said.add(gateway.id() + " has two ways for one outcome");
        }
        compared.stream().findFirst().ifPresent(what -> {
            Set<String> due = OUTCOMES.get(kind(gateway, what));
            if (due == null) {
                said.add(gateway.id() + " asks for an outcome nobody knows: " + what);
            } else if (!due.equals(Set.copyOf(outcomes))) {
                said.add(gateway.id() + " has ways for " + Set.copyOf(outcomes) + " but may hear " + due);
            }
            if (OUTCOMES.containsKey(what) && !justWritten(diagram, gateway, what)) {
                said.add(gateway.id() + " compares " + what + ", which is not written just before");
            }
        });
    }

    private static String kind(Diagram.Shape gateway, String what) {
        if (gateway.id().equals("gateDecision")) {
            return "gateDecision";
        }
        Matcher call = Pattern.compile("\\w+\\.(\\w+)\\(.*\\)").matcher(what);
        return call.matches() ? call.group(1) : what;
    }

    /** Whatever leads to the gateway has written the variable, so an old value can never decide. */
    private static boolean justWritten(Diagram diagram, Diagram.Shape gateway, String variable) {
        Set<Diagram.Shape> before = diagram.into(gateway.id()).stream()
                .flatMap(flow -> diagram.shape(flow.source()).stream())
                .collect(Collectors.toSet());
        return before.stream()
                .allMatch(shape -> shape.camunda("resultVariable").equals(variable)
                        || Diagram.camundaIn(shape.xml(), "out").stream()
                                .anyMatch(out -> out.getAttribute("target").equals(variable)));
    }
}
