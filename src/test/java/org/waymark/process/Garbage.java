package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What somebody might send who means harm, or a program that is broken: shaped almost like what is asked for. */
public final class Garbage {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Words that mean something to some language of expressions, markup, files or mail. */
    public static final List<String> WORDS = List.of(
            "",
            "-",
            " ",
            "${7*7}",
            "#{7*7}",
            "*{7*7}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "__${7*7}__::.x",
            "[[${7*7}]]",
            "[(7*7)]",
            "~{web/layout :: page}",
            "\" = \"a\" or true",
            "function() { return 1 }",
            "x' or '1'='1",
            "%_\\",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(1)",
            "a\r\nBcc: everybody@example.org",
            "\u0000",
            "\uD800",
            "\uDFFF\uD83D",
            "\u202Egnp.exe",
            "{0}{1,number}{",
            "'{",
            "NaN",
            "Infinity",
            "-0",
            "1e999999999",
            "9223372036854775808",
            "0x10",
            "１２",
            "2026-02-30",
            "-999999999-01-01",
            "+1000000000-01-01",
            "0000-00-00",
            "../../etc/passwd",
            "values",
            "x".repeat(5_000));

    private final Random random;

    public Garbage(long seed) {
        this.random = new Random(seed);
    }

    public String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** A tree that has the fields of the type, and in them mostly what does not belong there. */
    public JsonNode like(Type type) {
        return like(type, 0);
    }

    private JsonNode like(Type type, int depth) {
        if (depth > 6 || random.nextInt(5) == 0) {
            return leaf();
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = NODES.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.set(random.nextBoolean() ? word() : "CV-0" + i, like(inner, depth + 1));
                }
                return map;
            }
            ArrayNode list = NODES.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(like(inner, depth + 1));
            }
            return list;
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            ObjectNode object = NODES.objectNode();
            for (RecordComponent one : plain.getRecordComponents()) {
                if (random.nextInt(4) > 0) {
                    object.set(one.getName(), like(one.getGenericType(), depth + 1));
                }
            }
            return object;
        }
        if (type instanceof Class<?> kind && kind.isEnum() && random.nextBoolean()) {
            return NODES.textNode(kind.getEnumConstants()[0].toString());
        }
        return leaf();
    }

    private JsonNode leaf() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(random.nextInt(7) - 1);
            case 3 -> NODES.numberNode(new java.math.BigDecimal("1e-40"));
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.arrayNode();
            case 6 -> NODES.objectNode();
            case 7 -> NODES.textNode("2026-12-24");
            case 8 -> NODES.textNode(String.valueOf(random.nextInt(200)));
            default -> NODES.textNode(word());
        };
    }

    /** The same as a form would post it. */
    public Map<String, String> form(Type type) {
        Map<String, String> fields = new LinkedHashMap<>();
        spread("", like(type), fields);
        if (random.nextInt(4) == 0) {
            fields.put(word() + "[" + random.nextInt(300) + "]." + word(), word());
        }
        return fields;
    }

    private static void spread(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> spread(
                            path.isEmpty()
                                    ? field.getKey()
                                    : path
                                            + (field.getKey().matches("[a-z][A-Za-z]*")
                                                    ? "." + field.getKey()
                                                    : "[" + field.getKey() + "]"),
                            field.getValue(),
                            fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                spread(path + "[" + i + "]", node.get(i), fields);
            }
        } else if (!path.isEmpty()) {
            fields.put(path, node.asText());
        }
    }
}
