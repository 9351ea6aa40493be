package org.waymark.program;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people answered of a stage before it opened, for the models that keep it nowhere else: sealed, for its owner
 * alone, and for this round of the stage only.
 */
@Component
public class EarlyAnswers {

    private static final String IN_ROUND = """
             from program_early_answer e
            join program_stage s on s.program = e.program and s.stage = e.stage and s.round = e.round
            where e.program = :program and e.stage = :stage
            """;
    private static final String UNKNOWN = "-";

    private final JdbcClient jdbc;

    EarlyAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who has answered; never what. */
    public Set<String> given(String program, String stage) {
        return new LinkedHashSet<>(jdbc.sql("select e.person" + IN_ROUND)
                .param("program", program)
                .param("stage", stage)
                .query(String.class)
                .list());
    }

    /** What this person answered, by question; where they cannot judge it, nothing. */
    public Map<String, @Nullable Integer> of(String program, String stage, String person) {
        return jdbc
                .sql("select e.answers" + IN_ROUND + " and e.person = :person")
                .param("program", program)
                .param("stage", stage)
                .param("person", person)
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(EarlyAnswers::read)
                .orElseGet(LinkedHashMap::new);
    }

    /** Keeps it in place of what the person answered before. */
    public void keep(String program, String stage, String person, Map<String, @Nullable Integer> answers) {
        String text = new TreeMap<>(answers)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + (one.getValue() == null ? UNKNOWN : one.getValue()))
                        .collect(Collectors.joining(","));
        jdbc.sql("delete from program_early_answer where program = ? and stage = ? and person = ?")
                .params(program, stage, person)
                .update();
        jdbc.sql("""
                        insert into program_early_answer (program, stage, round, person, answers)
                        select s.program, s.stage, s.round, :person, :answers from program_stage s
                        where s.program = :program and s.stage = :stage
                        """)
                .param("person", person)
                .param("answers", text)
                .param("program", program)
                .param("stage", stage)
                .update();
    }

    private static Map<String, @Nullable Integer> read(String text) {
        Map<String, @Nullable Integer> answers = new LinkedHashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] pair = one.split("=");
            answers.put(pair[0], pair[1].equals(UNKNOWN) ? null : Integer.valueOf(pair[1]));
        }
        return answers;
    }
}
