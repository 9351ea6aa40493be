package org.waymark.model.operatingmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklist of each round: what counts, what was answered, what was agreed. */
@Repository
class Checklists {

    private final JdbcClient jdbc;

    Checklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String program, int round, List<Scope> scope) {
        jdbc.sql("delete from operatingmodel_item where program = ? and round = ?")
                .params(program, round)
                .update();
        List<Object> values = new ArrayList<>();
        scope.forEach(item ->
                values.addAll(List.of(program, round, item.item(), item.counted(), item.firstWave(), item.asked())));
        insert("operatingmodel_item (program, round, item, counted, first_wave, asked)", 6, values);
    }

    /** What is in scope in the latest round, in one question to the database. */
    Opened latest(String program) {
        List<Scope> scope = new ArrayList<>();
        int[] round = {0};
        jdbc.sql("""
                        select round, item, counted, first_wave, asked from operatingmodel_item
                        where program = ? and round = (select max(round) from operatingmodel_item where program = ?)
                        order by item
                        """).params(program, program).query(rs -> {
            round[0] = rs.getInt(1);
            scope.add(new Scope(rs.getString(2), rs.getBoolean(3), rs.getBoolean(4), rs.getString(5)));
        });
        return new Opened(round[0], scope);
    }

    /** A round, 0 before the stage was opened, and what is in scope in it. */
    record Opened(int round, List<Scope> scope) {}

    Map<String, Answer> answers(String program, int round) {
        return answers("program = ? and round = ?", List.of(program, round));
    }

    /** The newest answer to each item in this round or an earlier one, to start from. */
    Map<String, Answer> known(String program, int round) {
        return answers("program = ? and round <= ?", List.of(program, round));
    }

    /** Replaces the answers to these items in this round. */
    void save(String program, int round, Map<String, Answer> answers, boolean agreed) {
        List<@Nullable Object> values = new ArrayList<>();
        List<Object> replaced = new ArrayList<>(List.of(program, round));
        answers.forEach((item, answer) -> {
            replaced.add(item);
            if (answer.state() != null) {
                values.addAll(Arrays.asList(
                        program,
                        round,
                        item,
                        answer.state().name(),
                        answer.owner(),
                        answer.evidence(),
                        answer.reason(),
                        agreed));
            }
        });
        if (answers.isEmpty()) {
            return;
        }
        String places = "?" + ", ?".repeat(answers.size() - 1);
        jdbc.sql("delete from operatingmodel_answer where program = ? and round = ? and item in (" + places + ")")
                .params(replaced)
                .update();
        insert(
                "operatingmodel_answer (program, round, item, state, owner_person, evidence, reason, agreed)",
                8,
                values);
    }

    private Map<String, Answer> answers(String where, List<Object> params) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        jdbc.sql("select item, state, owner_person, evidence, reason from operatingmodel_answer where " + where
                        + " order by round, item")
                .params(params)
                .query(rs -> {
                    answers.put(
                            rs.getString(1),
                            new Answer(
                                    Answer.State.valueOf(rs.getString(2)),
                                    rs.getString(3),
                                    rs.getString(4),
                                    rs.getString(5)));
                });
        return answers;
    }

    private void insert(String into, int columns, List<? extends @Nullable Object> values) {
        if (!values.isEmpty()) {
            String row = "(?" + ", ?".repeat(columns - 1) + ")";
            String rows = row + (", " + row).repeat(values.size() / columns - 1);
            jdbc.sql("insert into " + into + " values " + rows).params(values).update();
        }
    }
}
