package org.waymark.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People who are named inside a longer text: in what was typed, voted, claimed of the company, agreed or decided. */
final class NamedInside {

    /** Texts of JSON. */
    private static final Set<String> TOLD_AS_JSON =
            Set.of("work_draft.draft", "gate_vote.payload", "company_claim.details");

    /** Under these names JSON names people. */
    private static final Set<String> PERSON_FIELDS =
            Set.of("owner", "to", "person", "approver", "businessOwner", "technicalOwner");

    /** Among what was agreed of an element, line by line: whoever answers for it. */
    private static final Pattern OWNER = Pattern.compile("(?m)^owner=(.+)$");

    /** A figure stays as it was typed. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private NamedInside() {}

    /** Notes down everybody who is named in the text. */
    static void in(String table, String column, String text, Map<String, @Nullable Object> row, Set<String> named) {
        called(table, column, text, row, person -> {
            named.add(person);
            return person;
        });
    }

    /** The text with everybody in it called as they are called from now on. */
    static String called(
            String table, String column, String text, Map<String, @Nullable Object> row, UnaryOperator<String> people) {
        String cell = table + "." + column;
        if (TOLD_AS_JSON.contains(cell)) {
            return json(text, people);
        }
        return switch (cell) {
            case "gate_sitting.decided_by" ->
                Arrays.stream(text.split(",")).map(people).collect(Collectors.joining(","));
            case "trace_agreed.details" ->
                OWNER.matcher(text)
                        .replaceFirst(found -> Matcher.quoteReplacement("owner=" + people.apply(found.group(1))));
            case "engagement_sponsor_act.subject" -> "CALL".equals(row.get("rule_name")) ? people.apply(text) : text;
            default -> text;
        };
    }

    private static String json(String text, UnaryOperator<String> people) {
        try {
            JsonNode tree = JSON.readTree(text);
            return renamed(tree, people) ? JSON.writeValueAsString(tree) : text;
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }

    /** Whether anybody in it is called otherwise now. */
    private static boolean renamed(JsonNode node, UnaryOperator<String> people) {
        boolean renamed = false;
        if (node instanceof ObjectNode fields) {
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                String text = field.getValue().isTextual() ? field.getValue().asText() : "";
                // what a program decided about a component is claimed as one text of JSON inside the other
                String called = PERSON_FIELDS.contains(field.getKey())
                        ? people.apply(text)
                        : text.startsWith("{") ? json(text, people) : text;
                if (!text.isEmpty() && !called.equals(text)) {
                    field.setValue(fields.textNode(called));
                    renamed = true;
                }
            }
        }
        for (JsonNode child : node) {
            renamed |= renamed(child, people);
        }
        return renamed;
    }
}
