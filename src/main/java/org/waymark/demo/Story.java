package org.waymark.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.process.WorkItem;

/** What the people of one demo program answer; a program overrides what makes its story. */
class Story implements Hands.Answers {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A beachhead: small, cross-functional, visible (dcfts.md 3.5). */
    private static final List<String> FIRST = List.of("UC-09", "UC-11", "UC-01");

    private static final Set<String> SIZED = Set.of("projectDays", "users", "learners");

    private final String code;
    private LocalDate today;
    private final String owner;
    private final Map<String, Map<String, String>> figures = new LinkedHashMap<>(Figures.USUAL);
    private final Map<String, ObjectNode> decisions = new LinkedHashMap<>();
    private List<String> benefits = List.of("BEN-01", "BEN-02", "BEN-05");
    private Map<String, Integer> levels = Map.of();
    private BigDecimal size = BigDecimal.ONE;

    Story(String code, LocalDate today, String owner) {
        this.code = code;
        this.today = today;
        this.owner = owner;
    }

    /** How large the program is: days, users and learners of its costs are this many times the usual ones. */
    Story size(double times) {
        size = BigDecimal.valueOf(times);
        return this;
    }

    /** The day on which the story goes on. */
    Story on(LocalDate day) {
        today = day;
        return this;
    }

    Story benefits(String... templates) {
        benefits = List.of(templates);
        return this;
    }

    Story figures(String template, Map<String, String> inputs) {
        figures.put(template, inputs);
        return this;
    }

    /** Which level each person sees on every dimension. */
    Story levels(Map<String, Integer> byPerson) {
        levels = byPerson;
        return this;
    }

    /** What the sponsor decides at a gate; everywhere else it is go. */
    Story decides(String stage, ObjectNode decision) {
        decisions.put(stage, decision);
        return this;
    }

    /** The gate's decision, by everybody on its panel; a program is sent back once only. */
    private ObjectNode taken(String stage) {
        ObjectNode decision = decisions.getOrDefault(stage, NODES.objectNode().put("decision", "GO"));
        if (decision.path("decision").asText().equals("RECYCLE")) {
            decisions.remove(stage);
        }
        return decision;
    }

    @Override
    public void begin(WorkItem task, ObjectNode draft) {
        String person = String.valueOf(task.assignee());
        switch (task.taskKey()) {
            case "weighValues" -> weigh(draft, person);
            case "agreeValues" -> draft.withArray("values").forEach(value -> agree((ObjectNode) value));
            case "voteMaturity" -> vote(draft, person);
            case "agreeMaturity" -> draft.put("sentence", "In two years every customer who needs an answer gets one.");
            case "chooseBenefits" -> choose(draft);
            case "estimateBenefits" -> draft.withArray("lines").forEach(line -> estimate((ObjectNode) line));
            case "buildBusinessCase" -> build(draft);
            case "chooseUseCases" -> draft.withArray("useCases").forEach(Story::decide);
            case "planFirstWave" -> draft.withArray("wave").forEach(this::plan);
            case "answerChecklist" -> draft.withObject("/answers").fields().forEachRemaining(Estate::answer);
            case "decideComponents" ->
                draft.withArray("decisions").forEach(line -> Estate.decide((ObjectNode) line, today));
            case "agreeOperatingModel" -> {
                draft.put("decisionRights", "The centre sets promise and tools; markets decide tone and offers.")
                        .set("capacity", capacity());
                Estate.rights(draft.putObject("rights"));
            }
            case "reviewFinances" ->
                draft.withArray("lines").forEach(line -> ((ObjectNode) line).put("verdict", "ACCEPT"));
            case "decideGate" -> draft.setAll(taken(task.stage()));
            case "fulfilCondition" ->
                draft.put("proof", "Named on Monday; it stands in the minutes of the service board.");
            case "confirmCondition" -> draft.put("answer", "KEPT");
            default -> {}
        }
    }

    @Override
    public @Nullable JsonNode answer(WorkItem task, String field, ObjectNode draft) {
        String leaf = field.replaceAll(".*\\.", "").replaceAll("\\[.*", "");
        String key = task.taskKey();
        if (field.startsWith("votes[") || field.startsWith("have[")) {
            return NODES.numberNode(1 + Math.floorMod((task.assignee() + field).hashCode(), 2));
        }
        if (field.startsWith("wish[") || field.startsWith("ambition[")) {
            return NODES.numberNode(3);
        }
        if (field.equals("recall")) {
            return array("VAL-05", "VAL-06", "VAL-07");
        }
        if (key.equals("submitForDecision") && field.startsWith("waivers")) {
            return NODES.textNode("The missing part is planned and has an owner.");
        }
        return switch (leaf) {
            case "parallelMonths" -> NODES.numberNode(3);
            case "exitCost" -> NODES.numberNode(120_000);
            case "owner", "businessOwner", "technicalOwner", "approver" -> NODES.textNode(owner);
            case "date", "due", "revisit" -> NODES.textNode(today.plusDays(60).toString());
            case "answer" -> NODES.textNode("YES");
            case "verdict" -> NODES.textNode("ACCEPT");
            case "decision" -> NODES.textNode("INTEGRATE");
            case "answers" -> field.contains("].") ? null : state();
            case "state" -> field.startsWith("chasm") ? NODES.textNode("IN_PROGRESS") : NODES.textNode("SOME_TEAMS");
            case "measure" -> NODES.textNode("Share answered inside the promise");
            case "product" -> NODES.textNode("In use today");
            case "pattern" -> NODES.textNode("two-way API");
            case "what" -> NODES.textNode("I wrote three times and got three different answers.");
            case "from" -> NODES.textNode("Calls, first week of November");
            case "target" -> NODES.numberNode(80);
            case "wave" -> NODES.numberNode(1);
            case "functionalFit", "technicalFit" -> NODES.numberNode(4);
            case "decisionRights" ->
                NODES.textNode("The centre sets promise and tools; markets decide tone and offers.");
            case "reason", "sentence", "evidence", "dissent", "text", "usersTold", "migrationPlan" ->
                NODES.textNode("Agreed in the working session with the functions concerned.");
            case "capacity" -> capacity();
            case "weeklyVolume" -> NODES.numberNode(25_000);
            case "relevantShare" -> NODES.numberNode(new BigDecimal("0.40"));
            case "coverage" -> NODES.numberNode(BigDecimal.ONE);
            case "automatedShare" -> NODES.numberNode(BigDecimal.ZERO);
            case "minutesPerReply" -> NODES.numberNode(4);
            case "hoursPerWeek" -> NODES.numberNode(30);
            case "agentsToday" -> NODES.numberNode(2);
            default -> null;
        };
    }

    private static ObjectNode state() {
        return NODES.objectNode().put("state", "SOME_TEAMS");
    }

    private ObjectNode capacity() {
        return NODES.objectNode()
                .put("weeklyVolume", 25_000)
                .put("relevantShare", new BigDecimal("0.40"))
                .put("coverage", BigDecimal.ONE)
                .put("automatedShare", BigDecimal.ZERO)
                .put("minutesPerReply", 4)
                .put("hoursPerWeek", 30)
                .put("agentsToday", 2);
    }

    private void weigh(ObjectNode draft, String person) {
        List<String> values = List.of("VAL-05", "VAL-07", "VAL-06", "VAL-13", "VAL-09", "VAL-17", "VAL-08");
        int[] points = {30, 20, 15, 15, 10, 10};
        int turn = Math.floorMod(person.hashCode(), 2);
        ObjectNode weights = draft.putObject("weights");
        for (int i = 0; i < points.length; i++) {
            weights.put(values.get(i == 5 ? 5 + turn : i), points[i]);
        }
        draft.set("recall", turn == 0 ? array("VAL-05", "VAL-01", "VAL-19") : array("VAL-05", "VAL-06", "VAL-07"));
        draft.put("fact", "I wrote three times and got three different answers.");
        draft.put("factFrom", "Calls, first week of November").put("factValue", "VAL-07");
        draft.put("factDate", today.minusDays(20).toString());
        ObjectNode scorecard = draft.putObject("scorecard");
        if (turn == 0) {
            scorecard.put("none", true);
        } else {
            scorecard
                    .put("figure", "Customers who would come back")
                    .put("measured", "Two questions after every tenth contact")
                    .put("reported", "Monthly, to the executive board");
        }
    }

    private void agree(ObjectNode value) {
        if (!value.hasNonNull("baseline")) {
            value.put("toBeMeasured", true);
        }
        value.put("owner", owner);
        value.put("target", 80);
        value.put("date", today.plusDays(270).toString());
        ObjectNode evidence = value.putArray("evidence").addObject();
        evidence.put("what", "I wrote three times and got three different answers.");
        evidence.put("from", "Calls, first week of November");
        evidence.put("date", today.minusDays(20).toString());
    }

    private void vote(ObjectNode draft, String person) {
        ObjectNode votes = draft.putObject("votes");
        for (int dimension = 1; dimension <= 8; dimension++) {
            int usual = 1 + Math.floorMod((dimension + person + dimension).hashCode() / 5, 2);
            votes.put("DIM-" + dimension, levels.getOrDefault(person, usual));
        }
        draft.putObject("wish").put("2", 3).put("5", 3).put("10", 4);
    }

    private void choose(ObjectNode draft) {
        ArrayNode lines = draft.putArray("lines");
        benefits.forEach(template -> lines.addObject().put("template", template).put("owner", owner));
    }

    private void estimate(ObjectNode line) {
        String template = line.path("template").asText();
        ObjectNode inputs = line.putObject("inputs");
        figures.getOrDefault(template, Map.of()).forEach((name, figure) -> inputs.put(name, new BigDecimal(figure)));
        line.put("baseline", "Measured in the last twelve months");
        line.put("confidence", new BigDecimal(Figures.CONFIDENCE.getOrDefault(template, "0.60")));
        line.put("evidence", "Own figures, checked with finance");
    }

    private void build(ObjectNode draft) {
        ArrayNode costs = draft.putArray("costs");
        Figures.COSTS.forEach((template, inputs) -> {
            ObjectNode cost = costs.addObject()
                    .put("template", template)
                    .put("evidence", "Quotes and payroll, checked with finance");
            ObjectNode given = cost.putObject("inputs");
            inputs.forEach((name, figure) -> given.put(
                    name,
                    SIZED.contains(name)
                            ? new BigDecimal(figure).multiply(size).setScale(0, RoundingMode.HALF_UP)
                            : new BigDecimal(figure)));
            if (Figures.YEARS.containsKey(template)) {
                cost.put("years", Figures.YEARS.get(template));
            }
        });
    }

    private static ArrayNode array(String... texts) {
        ArrayNode array = NODES.arrayNode();
        for (String text : texts) {
            array.add(text);
        }
        return array;
    }

    private static void decide(JsonNode useCase) {
        ObjectNode row = (ObjectNode) useCase;
        boolean now = FIRST.contains(row.path("id").asText());
        row.put("decision", now ? "NOW" : "LATER")
                .put("reason", now ? "Small, visible, across functions." : "After the first wave.");
    }

    private void plan(JsonNode line) {
        ObjectNode row = (ObjectNode) line;
        if (!row.hasNonNull("id")) {
            row.set("id", row.path("candidate"));
        }
        row.put("date", today.plusDays(60).toString())
                .put("measure", "Share answered inside the promise")
                .put("quickWin", row.path("id").asText().equals(FIRST.get(0)));
    }

    String code() {
        return code;
    }
}
