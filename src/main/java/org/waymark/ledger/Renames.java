package org.waymark.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who the people of a record are here. Lines that came with a program stay as they were written, with the ids of the
 * house they were written in; the line that took them in says who each of them is here.
 */
@Component
public class Renames {

    /** What the line that takes a record in is called. */
    public static final String KIND = "IMPORTED";

    private static final String PEOPLE = "people";

    private final Ledger ledger;
    private final ObjectMapper json = new ObjectMapper();

    Renames(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Everybody who is called otherwise here, as part of the line that takes a record in. */
    public static Map<String, Map<String, String>> told(Map<String, String> hereByThere) {
        Map<String, String> others = hereByThere.entrySet().stream()
                .filter(one -> !one.getKey().equals(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return others.isEmpty() ? Map.of() : Map.of(PEOPLE, others);
    }

    public Names of(String program) {
        List<Step> steps = new ArrayList<>();
        for (Entry line : ledger.page(program, KIND, Long.MAX_VALUE, Integer.MAX_VALUE)) {
            JsonNode people = people(line);
            if (people.isObject()) {
                steps.add(new Step(line.sequence(), people));
            }
        }
        // a program may have moved more than once: the first house's id became the second's, and that became ours
        Collections.reverse(steps);
        return new Names(steps);
    }

    private JsonNode people(Entry line) {
        try {
            return json.readTree(line.data()).path(PEOPLE);
        } catch (JsonProcessingException neverWrittenByUs) {
            throw new IllegalStateException(neverWrittenByUs);
        }
    }

    private record Step(long sequence, JsonNode people) {}

    /** Whom a line names. */
    public static final class Names {

        private final List<Step> steps;

        private Names(List<Step> steps) {
            this.steps = steps;
        }

        /** Who is called so here, of whom that line says it. */
        public String here(long sequence, String written) {
            String known = written;
            for (Step step : steps) {
                if (sequence < step.sequence()) {
                    known = step.people().path(known).asText(known);
                }
            }
            return known;
        }

        /** Whoever did what that line tells, and in whose place. */
        public List<String> of(Entry line) {
            return Stream.of(line.person(), line.onBehalfOf())
                    .filter(Objects::nonNull)
                    .map(one -> here(line.sequence(), one))
                    .toList();
        }
    }
}
