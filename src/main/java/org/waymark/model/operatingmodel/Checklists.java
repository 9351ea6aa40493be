package org.waymark.model.operatingmodel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklist of each round: what counts, what was answered, what was agreed. */
@Repository
class Checklists {

    private final JdbcClient jdbc;
    private final Clock clock;

    Checklists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(String program, int round, List<Scope> scope) {
        jdbc.sql("delete from operatingmodel_item where program = ? and round = ?")
                .params(program, round)
                .update();
        List<Object> values = new ArrayList<>();
        scope.forEach(item -> values.addAll(
                List.of(program, round, item.item(), item.counted(), item.firstWave(), item.asked(), item.settled())));
        insert("operatingmodel_item (program, round, item, counted, first_wave, asked, settled)", 7, values);
    }

    /** What is in scope in the latest round, in one question to the database. */
    Opened latest(String program) {
        return opened(program, null);
    }

    /** A round as it was opened; the newest where none is named. */
    Opened opened(String program, @Nullable Integer round) {
        List<Line> lines = jdbc.sql("""
                        select round, item, counted, first_wave, asked, settled from operatingmodel_item
                        where program = ?
                            and round = coalesce(?, (select max(round) from operatingmodel_item where program = ?))
                        order by item
                        """)
                .params(Arrays.asList(program, round, program))
                .query((rs, at) -> new Line(
                        rs.getInt(1),
                        new Scope(
                                rs.getString(2),
                                rs.getBoolean(3),
                                rs.getBoolean(4),
                                rs.getString(5),
                                rs.getBoolean(6))))
                .list();
        return new Opened(
                lines.isEmpty() ? 0 : lines.get(0).round(),
                lines.stream().map(Line::scope).toList());
    }

    private record Line(int round, Scope scope) {}

    private record Given(String item, Answer answer) {}

    /** A round, 0 before the stage was opened, and what is in scope in it. */
    record Opened(int round, List<Scope> scope) {}

    Map<String, Answer> answers(String program, int round) {
        return answers("program = ? and round = ?", List.of(program, round));
    }

    /** The newest answer to each item in this round or an earlier one, to start from. */
    Map<String, Answer> known(String program, int round) {
        return answers("program = ? and round <= ?", List.of(program, round));
    }

    /** The day of each answer in this round and the program it was taken over from. */
    Map<String, Origin> origins(String program, int round) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        jdbc.sql("select item, answered_on, source from operatingmodel_answer"
                        + " where program = ? and round = ? and answered_on is not null")
                .params(program, round)
                .query(rs -> {
                    origins.put(rs.getString(1), new Origin(rs.getObject(2, LocalDate.class), rs.getString(3)));
                });
        return origins;
    }

    /** Replaces the answers to these items in this round; what was taken over and left as it was keeps its origin. */
    void save(String program, int round, Map<String, Answer> answers, boolean agreed) {
        Origin today = new Origin(LocalDate.now(clock), null);
        Map<String, Answer> before = answers(program, round);
        Map<String, Origin> origins = origins(program, round);
        origins.entrySet()
                .removeIf(origin -> origin.getValue().source() == null
                        || !Objects.equals(before.get(origin.getKey()), answers.get(origin.getKey())));
        answers.keySet().forEach(item -> origins.putIfAbsent(item, today));
        write(program, round, answers, origins, agreed);
    }

    /** Puts answers another program gave into this round. */
    void take(String program, int round, Map<String, Answer> answers, Map<String, Origin> origins) {
        write(program, round, answers, origins, true);
    }

    private void write(
            String program, int round, Map<String, Answer> answers, Map<String, Origin> origins, boolean agreed) {
        List<@Nullable Object> values = new ArrayList<>();
        List<Object> replaced = new ArrayList<>(List.of(program, round));
        answers.forEach((item, answer) -> {
            replaced.add(item);
            Origin origin = origins.get(item);
            if (answer.state() != null && origin != null) {
                values.addAll(Arrays.asList(
                        program,
                        round,
                        item,
                        answer.state().name(),
                        answer.owner(),
                        answer.evidence(),
                        answer.reason(),
                        agreed,
                        origin.on(),
                        origin.source()));
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
                "operatingmodel_answer (program, round, item, state, owner_person, evidence, reason, agreed,"
                        + " answered_on, source)",
                10,
                values);
    }

    private Map<String, Answer> answers(String where, List<Object> params) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        jdbc.sql("select item, state, owner_person, evidence, reason from operatingmodel_answer where " + where
                        + " order by round, item")
                .params(params)
                .query((rs, at) -> new Given(
                        rs.getString(1),
                        new Answer(
                                Answer.State.valueOf(rs.getString(2)),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getString(5))))
                .list()
                .forEach(given -> answers.put(given.item(), given.answer()));
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
