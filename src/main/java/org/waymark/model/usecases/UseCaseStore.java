package org.waymark.model.usecases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every round's choices, answers and plan. */
@Repository
class UseCaseStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UseCaseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(String program, int round) {
        int known = jdbc.sql("select count(*) from usecases_round where program = ? and round = ?")
                .params(program, round)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into usecases_round (program, round, opened_at) values (?, ?, ?)")
                    .params(program, round, now())
                    .update();
        }
    }

    /** True when this call closed the round, false when it was closed before. */
    boolean close(String program, int round) {
        return jdbc.sql("update usecases_round set closed_at = ? where program = ? and round = ? and closed_at is null")
                        .params(now(), program, round)
                        .update()
                == 1;
    }

    int round(String program) {
        return latest("usecases_round", program);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The newest choices there are, of whatever round. */
    List<Choice> choices(String program) {
        return jdbc.sql("""
                        select use_case, decision, reason, asking, accepting from usecases_choice
                        where program = :program
                          and round = (select max(round) from usecases_choice where program = :program)
                        order by use_case
                        """)
                .param("program", program)
                .query((row, at) -> new Choice(
                        row.getString("use_case"),
                        Decision.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        row.getString("asking"),
                        row.getString("accepting")))
                .list();
    }

    /** The answers to the newest choices; empty as long as nobody has answered these. */
    List<Agreement> agreements(String program) {
        return agreements(program, latest("usecases_choice", program));
    }

    /** The newest answers of any round, to start from when asked again. */
    List<Agreement> lastAnswers(String program) {
        return agreements(program, latest("usecases_agreement", program));
    }

    private List<Agreement> agreements(String program, int round) {
        return jdbc.sql("""
                        select use_case, side, function_code, person, answer, reason from usecases_agreement
                        where program = ? and round = ? order by use_case, side
                        """)
                .params(program, round)
                .query((row, at) -> new Agreement(
                        row.getString("use_case"),
                        Side.valueOf(row.getString("side")),
                        row.getString("function_code"),
                        row.getString("person"),
                        Answer.valueOf(row.getString("answer")),
                        row.getString("reason")))
                .list();
    }

    /** The newest plan of the first wave, in the order of its dates. */
    List<Planned> wave(String program) {
        return jdbc.sql("""
                        select use_case, first_result, measure, quick_win from usecases_wave
                        where program = :program
                          and round = (select max(round) from usecases_wave where program = :program)
                        order by first_result, use_case
                        """).param("program", program).query(Planned.class).list();
    }

    void saveChoices(String program, List<Choice> choices) {
        int round = round(program);
        jdbc.sql("delete from usecases_choice where program = ? and round = ?")
                .params(program, round)
                .update();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Choice choice : choices) {
            rows.add(Arrays.asList(
                    program,
                    round,
                    choice.useCase(),
                    choice.decision().name(),
                    choice.reason(),
                    choice.asking(),
                    choice.accepting()));
        }
        insert("usecases_choice (program, round, use_case, decision, reason, asking, accepting)", rows);
    }

    /** Stores what one person answered for the functions they stand for, in place of what they said before. */
    void saveAgreements(String program, List<Agreement> agreements) {
        if (agreements.isEmpty()) {
            return;
        }
        int round = round(program);
        jdbc.sql("""
                        delete from usecases_agreement where program = :program and round = :round
                          and use_case in (:useCases) and function_code in (:functions)
                        """)
                .param("program", program)
                .param("round", round)
                .param("useCases", agreements.stream().map(Agreement::useCase).toList())
                .param(
                        "functions",
                        agreements.stream().map(Agreement::functionCode).toList())
                .update();
        OffsetDateTime now = now();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Agreement given : agreements) {
            rows.add(Arrays.asList(
                    program,
                    round,
                    given.useCase(),
                    given.side().name(),
                    given.functionCode(),
                    given.person(),
                    given.answer().name(),
                    given.reason(),
                    now));
        }
        insert(
                "usecases_agreement (program, round, use_case, side, function_code, person, answer, reason,"
                        + " answered_at)",
                rows);
    }

    void saveWave(String program, List<Planned> wave) {
        int round = round(program);
        jdbc.sql("delete from usecases_wave where program = ? and round = ?")
                .params(program, round)
                .update();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Planned plan : wave) {
            rows.add(
                    Arrays.asList(program, round, plan.useCase(), plan.firstResult(), plan.measure(), plan.quickWin()));
        }
        insert("usecases_wave (program, round, use_case, first_result, measure, quick_win)", rows);
    }

    // one statement for all rows: a completion must not cost a round trip per use case
    private void insert(String into, List<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String row = "(" + String.join(", ", Collections.nCopies(rows.get(0).size(), "?")) + ")";
        List<@Nullable Object> params = new ArrayList<>();
        rows.forEach(params::addAll);
        jdbc.sql("insert into " + into + " values " + String.join(", ", Collections.nCopies(rows.size(), row)))
                .params(params)
                .update();
    }

    private int latest(String table, String program) {
        return jdbc.sql("select coalesce(max(round), 1) from " + table + " where program = ?")
                .param(program)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
