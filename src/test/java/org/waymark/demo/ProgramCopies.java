package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestDatabase;
import org.waymark.portfolio.BoardRows;

/**
 * Programs copied by SQL where playing them would take hours: everything the board is made of under a code of its own,
 * with tasks and promises of people who are nobody else. The board's rows are then made by the product itself, and held
 * against those of the programs that the engine has played.
 */
final class ProgramCopies {

    /** What differs by being a copy: the code, whoever holds its tasks or owes it something, how often it was written. */
    private static final List<String> ITS_OWN =
            List.of("program", "version", "words", "holders", "due_person", "due_name", "note_id", "condition_owner");

    /** What the models work out of answers, which are not copied. */
    private static final List<String> FIGURES =
            List.of("investment", "npv", "npv_cash", "money_order", "agreement", "overlap", "recall", "splits");

    private static final String ORIGINAL = "substring(c.program, 1, position('-' in c.program) - 1)";

    private final JdbcClient jdbc;
    private final BoardRows rows;
    private int generations;

    ProgramCopies(JdbcClient jdbc, BoardRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Copies what the engine has made so many times. */
    void ofOriginals(int times) {
        copy(times, "not like '%Z'");
    }

    /** Copies every copy so many times. */
    void ofCopies(int times) {
        copy(times, "like '%Z'");
    }

    int count() {
        return count("select count(*) from board_row");
    }

    private void copy(int times, String which) {
        // copies of copies meet those made before them: each generation has endings of its own
        int generation = ++generations;
        String numbers = IntStream.rangeClosed(1, times)
                .mapToObj(n -> "('-" + generation + "." + n + "Z')")
                .collect(Collectors.joining(", ", " cross join (values ", ") t(suffix)"));
        copy("program", "code", which, numbers, List.of());
        copy("program_stage", "program", which, numbers, List.of());
        copy("team_member", "program", which, numbers, List.of());
        copy("gate_sitting", "program", which, numbers, List.of("id"));
        copy("work_note", "program", which, numbers, List.of("id", "task"));
        copy("work_item", "program", which, numbers, List.of("task", "assignee", "ended_by"));
        String conditions = String.join(", ", columns("gate_condition", List.of("id", "sitting", "owner")));
        jdbc.sql("insert into gate_condition (sitting, owner, " + conditions + ") select c.id, s.owner || t.suffix, "
                        + conditions.replaceAll("(\\w+)", "s.$1")
                        + " from gate_condition s join gate_sitting o on o.id = s.sitting" + numbers
                        + " join gate_sitting c on c.program = o.program || t.suffix and c.stage = o.stage"
                        + " and c.round = o.round and c.number = o.number"
                        + " where o.program in (select code from program where code " + which + ")")
                .update();
        rows.rebuild();
        jdbc.sql("update board_row set (" + String.join(", ", FIGURES) + ") = (select "
                        + FIGURES.stream().map(one -> "o." + one).collect(Collectors.joining(", "))
                        + " from board_row o where o.program = " + ORIGINAL.replace("c.", "board_row.")
                        + ") where program like '%Z'")
                .update();
        // as a database is that has run for a while: what was written is known, and marked as seen by all
        jdbc.sql(TestDatabase.isPostgres() ? "vacuum analyze" : "analyze").update();
    }

    /** Copies the rows of a table; a task and its people get the same ending as the code. */
    private void copy(String table, String key, String which, String numbers, List<String> own) {
        List<String> same = columns(table, List.of(key)).stream()
                .filter(one -> !own.contains(one))
                .toList();
        List<String> ended = own.stream().filter(one -> !one.equals("id")).toList();
        String into =
                String.join(", ", same) + ended.stream().map(one -> ", " + one).collect(Collectors.joining());
        String from = same.stream().map(one -> "s." + one).collect(Collectors.joining(", "))
                + ended.stream().map(one -> ", s." + one + " || t.suffix").collect(Collectors.joining());
        jdbc.sql("insert into " + table + " (" + key + ", " + into + ") select s." + key + " || t.suffix, " + from
                        + " from (select * from " + table + " where " + key
                        + " in (select code from program where code " + which + ")) s" + numbers)
                .update();
    }

    private List<String> columns(String table, List<String> without) {
        return jdbc
                .sql("select lower(column_name) from information_schema.columns where lower(table_name) = :table"
                        + " and lower(table_schema) = lower(current_schema) order by ordinal_position")
                .param("table", table)
                .query(String.class)
                .list()
                .stream()
                .filter(one -> !without.contains(one))
                .toList();
    }

    /** Every copy's row says what the row of the program says that the engine has played. */
    void equalTheirOriginals() {
        for (String column : columns("board_row", ITS_OWN)) {
            String differs = "select count(*) from board_row c join board_row o on o.program = " + ORIGINAL
                    + " where c.program like '%Z' and ";
            assertThat(count(differs + "(c." + column + " <> o." + column + " or (c." + column + " is null) <> (o."
                            + column + " is null))"))
                    .as(column)
                    .isZero();
        }
        assertThat(count("select count(*) from board_row c join board_row o on o.program = " + ORIGINAL
                        + " where c.program like '%Z' and c.due_person <> o.due_person || substring(c.program,"
                        + " position('-' in c.program))"))
                .as("whoever is asked next")
                .isZero();
        assertThat(count("select count(*) from board_row c where c.program like '%Z' and not exists"
                        + " (select 1 from board_row o where o.program = " + ORIGINAL + ")"))
                .as("copies of nothing")
                .isZero();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
