package org.waymark.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is true in the demo company: how far its front office is, which systems it has, who decides what. */
final class Estate {

    private static final List<String> STATES =
            List.of("SOME_TEAMS", "STANDARD", "NOT_STARTED", "SOME_TEAMS", "STANDARD", "SOME_TEAMS", "NOT_STARTED");

    /** Customer service is furthest, advertising and finance have begun nothing (the usual finding of dcfts.md 3.6). */
    private static final List<String> UNTOUCHED =
            List.of("CM-08", "CO-08", "CP-03", "CP-04", "CP-05", "CP-06", "CP-09", "CP-11", "CT-08");

    /** Component, decision, product in use today, master of. */
    private static final List<List<String>> SYSTEMS = List.of(
            List.of("ARC-04", "REPLACE", "Site chat of 2017", ""),
            List.of("ARC-07", "EXTEND", "Members' forum", ""),
            List.of("ARC-09", "CONSOLIDATE", "Two listening tools", ""),
            List.of("ARC-10", "NEW", "", ""),
            List.of("ARC-11", "NEW", "", "CONVERSATION"),
            List.of("ARC-12", "NEW", "", ""),
            List.of("ARC-13", "NEW", "", ""),
            List.of("ARC-14", "EXTEND", "Loyalty profile", ""),
            List.of("ARC-15", "CONSOLIDATE", "Three dashboards", ""),
            List.of("ARC-16", "DEFER", "", ""),
            List.of("ARC-18", "REPLACE", "Mail client of the agents", ""),
            List.of("ARC-20", "CONSOLIDATE", "Publishing tools of the markets", "CAMPAIGN"),
            List.of("ARC-24", "NEW", "", "CASE"),
            List.of("ARC-26", "INTEGRATE", "Service knowledge base", ""),
            List.of("ARC-29", "EXTEND", "API gateway", ""),
            List.of("ARC-32", "INTEGRATE", "Consent register", "CONSENT"),
            List.of("ARC-33", "INTEGRATE", "House CRM", "CUSTOMER_PROFILE"),
            List.of("ARC-35", "INTEGRATE", "Finance and orders", "FINANCE"),
            List.of("ARC-37", "INTEGRATE", "Media archive", "CONTENT"),
            List.of("ARC-38", "INTEGRATE", "Online shop", "ORDER"),
            List.of("ARC-41", "INTEGRATE", "Product backlog", "PRODUCT"),
            List.of("ARC-43", "INTEGRATE", "Staff register", "EMPLOYEE"),
            List.of("ARC-44", "EXTEND", "Mail archive", ""));

    private static final Map<String, List<String>> RIGHTS = Map.of(
            "REPLY", List.of("FN-SVC", "", "FN-MKT"),
            "EXCEPTION", List.of("FN-SVC", "FN-FIN", "FN-SAL"),
            "CONTENT", List.of("MARKET", "FN-MKT", "CENTRE"),
            "PAUSE", List.of("FN-PR", "", "FN-ADV"),
            "CRISIS", List.of("FN-PR", "FN-LEG", "FN-SVC"),
            "TOOL", List.of("CENTRE", "FN-SVC", "MARKET"),
            "ACCESS", List.of("FN-HR", "FN-LEG", "FN-MKT"),
            "BUDGET", List.of("FN-FIN", "FN-MKT", "CENTRE"));

    private Estate() {}

    static void answer(Map.Entry<String, JsonNode> one) {
        ObjectNode answer = (ObjectNode) one.getValue();
        if (answer.hasNonNull("state")) {
            return;
        }
        String item = one.getKey();
        String state =
                UNTOUCHED.contains(item) ? "NOT_STARTED" : STATES.get(Math.floorMod(item.hashCode(), STATES.size()));
        answer.put("state", state);
        if (state.equals("STANDARD")) {
            answer.put("evidence", "Shown in the weekly review of November");
        }
    }

    static void decide(ObjectNode line, LocalDate today) {
        for (List<String> one : SYSTEMS) {
            if (line.path("id").asText().equals(one.get(0)) && !line.hasNonNull("product")) {
                line.put("decision", one.get(1));
                put(line, "product", one.get(2));
                put(line, "masterOf", one.get(3));
                boolean old = one.get(1).equals("REPLACE");
                if (!one.get(2).isEmpty()) {
                    line.put("functionalFit", old ? 4 : 5).put("technicalFit", old ? 2 : 4);
                }
                if (one.get(1).equals("DEFER")) {
                    line.put("revisit", today.plusDays(120).toString());
                }
                if (old) {
                    replaced(line);
                }
            }
        }
        if (line.path("decision").asText().equals("INTEGRATE")) {
            ObjectNode dossier = line.withObject("/dossier");
            dossier.put("direction", "BOTH").put("live", today.plusDays(45).toString());
            dossier.putArray("dependsOn").add("ARC-29");
            dossier.putArray("costLines").add("CST-03");
        }
    }

    private static void replaced(ObjectNode line) {
        line.put("exitCost", 45_000)
                .put(
                        "migrationPlan",
                        "Team by team over a quarter, service first; nothing is switched off before the last.")
                .put("reason", "Its maker ends support next year and it cannot be connected.");
        ObjectNode dossier = line.withObject("/dossier");
        dossier.put("parallelMonths", 3)
                .put("usersTold", "In the team meetings of the quarter before, and by a short film")
                .put("approver", "sponsor")
                .put("refused", "Keep and wrap it: two thirds of the price, none of the history.")
                .put("dissent", "Sales would rather wait until after the season.");
        dossier.putArray("costLines").add("CST-02").add("CST-06");
    }

    static void rights(ObjectNode rights) {
        RIGHTS.forEach((topic, named) -> {
            ObjectNode right = rights.putObject(topic);
            put(right, "decides", named.get(0));
            put(right, "asked", named.get(1));
            put(right, "told", named.get(2));
        });
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }
}
