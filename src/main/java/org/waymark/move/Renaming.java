package org.waymark.move;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.process.copy.EngineCopy;

/**
 * What a program's rows are called where they are taken in: the code and the people somebody chose, and a new identity
 * for every task, run and numbered row, so that nothing in a file can be taken for something that is already here.
 */
final class Renaming {

    private static final Pattern IDENTITY =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Columns whose identities are made new when they are first met; anywhere else only known ones are replaced. */
    private static final Set<String> IDENTITIES = Set.of("task", "instance");

    /** What the sponsor did something about, by the rule that asked for it. */
    private static final Map<String, String> ACTED_ON =
            Map.of("CONCERN", "engagement_concern", "THANK", "engagement_quick_win");

    private final String from;
    private final String to;
    private final Map<String, String> people;
    private final Map<String, String> identities = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    /** The end of every new identity, which says where and when a file was taken in. */
    private final String place = UUID.randomUUID().toString().substring(24);

    private final Map<String, Map<Long, Long>> numbers = new HashMap<>();

    Renaming(String from, String to, Map<String, String> people) {
        this.from = from;
        this.to = to;
        this.people = people;
    }

    EngineCopy.Naming ofTheEngine() {
        return new EngineCopy.Naming(to, text -> identified(text, true), this::person, this::task);
    }

    /** Remembers the number a row got here. */
    void numbered(String table, long there, long here) {
        numbers.computeIfAbsent(table, name -> new HashMap<>()).put(there, here);
    }

    /** The row as it is written here. */
    Map<String, @Nullable Object> row(Slice part, Map<String, @Nullable Object> there, List<String> persons) {
        Map<String, @Nullable Object> here = new LinkedHashMap<>();
        there.forEach((column, cell) -> {
            if (cell instanceof String text) {
                here.put(column, text(part.table(), column, text, there, persons));
            } else if (cell instanceof Number number && part.refs().containsKey(column)) {
                here.put(column, number(part.refs().get(column), number.longValue()));
            } else {
                here.put(column, cell);
            }
        });
        here.computeIfPresent("program", (column, code) -> to);
        if (part.table().equals("program")) {
            here.put("code", to);
        }
        return here;
    }

    private String text(
            String table, String column, String text, Map<String, @Nullable Object> row, List<String> persons) {
        if (table.equals("gate_evidence") && column.equals("content")) {
            // what a review was decided on stays to the letter; a file is named by its number
            return "FILE".equals(row.get("kind")) ? number("evidence_file", text) : text;
        }
        if (table.equals("evidence_file") && column.equals("place")) {
            return text.startsWith("sitting/")
                    ? "sitting/" + number("gate_sitting", text.substring("sitting/".length()))
                    : "values/" + to;
        }
        if (table.equals("company_taken") && column.equals("source")) {
            return text.equals(from) ? to : text;
        }
        if (table.equals("engagement_sponsor_act") && column.equals("subject")) {
            String other = ACTED_ON.get(String.valueOf(row.get("rule_name")));
            if (other != null && text.matches("\\d{1,18}")) {
                Long here = numbers.getOrDefault(other, Map.of()).get(Long.valueOf(text));
                return here == null ? text : here.toString();
            }
        }
        if (table.equals("work_item") && column.equals("name")) {
            return task(text);
        }
        if (persons.contains(column)) {
            return person(text);
        }
        String told = NamedInside.called(table, column, text, row, this::person);
        return linked(identified(told, IDENTITIES.contains(column)));
    }

    private String person(String there) {
        return people.getOrDefault(there, there);
    }

    /** Tasks bear the program's code behind their name. */
    private String task(String name) {
        return name.replaceFirst(" · " + Pattern.quote(from) + "(?= · |$)", Matcher.quoteReplacement(" · " + to));
    }

    private String identified(String text, boolean anything) {
        if (text.length() < 36) {
            return text;
        }
        return IDENTITY.matcher(text).replaceAll(found -> {
            String known = identities.get(found.group());
            if (known == null && anything) {
                known = fresh(found.group());
                identities.put(found.group(), known);
            }
            return known == null ? found.group() : known;
        });
    }

    /** A new identity at the same moment: what was opened first still comes first. */
    private String fresh(String there) {
        String here = there.substring(0, there.length() - place.length()) + place;
        return used.add(here) ? here : UUID.randomUUID().toString();
    }

    /** Links to the program's own files. */
    private String linked(String text) {
        if (!text.contains("/programs/" + from + "/")) {
            return text;
        }
        return Pattern.compile(Pattern.quote("/programs/" + from + "/values/files/") + "(\\d{1,18})")
                .matcher(text)
                .replaceAll(found -> {
                    // a link somebody typed to a file that never was stays what it is
                    Long here = numbers.getOrDefault("evidence_file", Map.of()).get(Long.valueOf(found.group(1)));
                    return here == null ? found.group() : "/programs/" + to + "/values/files/" + here;
                });
    }

    private String number(String table, String there) {
        try {
            return Long.toString(number(table, Long.parseLong(there)));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(table, wrong);
        }
    }

    private long number(String table, long there) {
        Long here = numbers.getOrDefault(table, Map.of()).get(there);
        if (here == null) {
            throw new IllegalArgumentException(table + " " + there);
        }
        return here;
    }
}
