package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.web.Figures;
import org.waymark.web.Refusal;

/**
 * Turns the inputs of a form into the tree of a draft. An input's name is the path to its place: {@code weights[VAL-01]},
 * {@code values[0].measure}, {@code recall[]}. An empty input is absent; a lone hyphen says "cannot judge". An input
 * whose name ends in {@code %} takes percent: {@code rate%} = 10 is kept as the share 0.10.
 */
final class DraftTree {

    private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z][A-Za-z0-9]*)|\\[([A-Za-z0-9-]*)]");
    private static final int DEEPEST = 8;
    private static final int MOST_ROWS = 200;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DraftTree() {}

    static ObjectNode of(Map<String, ? extends List<String>> inputs) {
        ObjectNode root = NODES.objectNode();
        inputs.forEach((name, texts) -> {
            if (!name.startsWith("_")) {
                boolean percent = name.endsWith("%");
                List<String> steps = steps(percent ? name.substring(0, name.length() - 1) : name);
                if (!steps.isEmpty()) {
                    put(
                            root,
                            steps,
                            percent ? texts.stream().map(Figures::ofPercent).toList() : texts);
                }
            }
        });
        compact(root);
        return root;
    }

    private static List<String> steps(String name) {
        Matcher matcher = STEP.matcher(name);
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            steps.add(matcher.group(1) != null ? matcher.group(1) : "[" + matcher.group(2));
            at = matcher.end();
        }
        if (at != name.length()
                || steps.size() > DEEPEST
                || (!steps.isEmpty() && steps.get(0).startsWith("["))) {
            throw Refusal.bad("work.unknown-field", name.length() > 60 ? name.substring(0, 60) : name);
        }
        return steps;
    }

    private static void put(ObjectNode root, List<String> steps, List<String> texts) {
        JsonNode node = root;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            String step = steps.get(i);
            String next = last ? "" : steps.get(i + 1);
            // A number that ends the path is a name, as in wish[10]; one with fields behind it counts rows.
            boolean rows = isIndex(next) && (next.equals("[") || i + 1 < steps.size() - 1);
            JsonNode child = last ? leaf(texts) : (rows ? NODES.arrayNode() : NODES.objectNode());
            if (step.equals("[")) {
                if (!(node instanceof ArrayNode list)) {
                    throw Refusal.bad("work.unknown-field", "[]");
                }
                texts.stream().filter(text -> !text.isBlank()).forEach(list::add);
                return;
            }
            if (last && child.isMissingNode()) {
                return;
            }
            node = isIndex(step) && node instanceof ArrayNode array
                    ? inArray(array, Integer.parseInt(step.substring(1)), child, last)
                    : inObject(node, step.startsWith("[") ? step.substring(1) : step, child, last);
        }
    }

    private static boolean isIndex(String step) {
        return step.equals("[") || step.matches("\\[\\d{1,3}");
    }

    private static JsonNode inArray(ArrayNode array, int index, JsonNode child, boolean last) {
        if (index >= MOST_ROWS) {
            throw Refusal.bad("work.too-many-rows", MOST_ROWS);
        }
        while (array.size() <= index) {
            array.add(NODES.missingNode());
        }
        if (last || array.get(index).isMissingNode()) {
            array.set(index, child);
        }
        return array.get(index);
    }

    private static JsonNode inObject(JsonNode node, String name, JsonNode child, boolean last) {
        if (!(node instanceof ObjectNode object)) {
            throw Refusal.bad("work.unknown-field", name);
        }
        if (last || !object.has(name)) {
            object.set(name, child);
        }
        return object.get(name);
    }

    private static JsonNode leaf(List<String> texts) {
        String text = texts.get(texts.size() - 1).replace("\r\n", "\n");
        if (text.isBlank()) {
            return NODES.missingNode();
        }
        return text.equals("-") ? NODES.nullNode() : NODES.textNode(text.strip());
    }

    /** Rows somebody removed leave gaps in the numbering; close them. */
    private static void compact(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i).isMissingNode()
                        || (array.get(i).isObject() && array.get(i).isEmpty())) {
                    array.remove(i);
                }
            }
        }
        node.forEach(DraftTree::compact);
    }
}
