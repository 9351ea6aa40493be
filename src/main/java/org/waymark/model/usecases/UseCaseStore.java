package org.waymark.model.usecases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.stage.StageTables;

/** Keeps every round's choices, answers and plan. */
@Repository
class UseCaseStore {

    private final JdbcClient jdbc;
    private final StageTables tables;

    UseCaseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.tables = new StageTables(jdbc, clock, "usecases");
    }

    void open(String program, int round) {
        tables.open(program, round);
    }

    /** True when this call closed the round, false when it was closed before. */
    boolean close(String program, int round) {
        return tables.close(program, round);
    }

    int round(String program) {
        return tables.round(program);
    }

    LocalDate today() {
        return tables.today();
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
        return agreements(program, tables.latest("choice", program));
    }

    /** The newest answers of any round, to start from when asked again. */
    List<Agreement> lastAnswers(String program) {
        return agreements(program, tables.latest("agreement", program));
    }

    /** The programs where somebody was asked to go along with a use case. */
    List<String> answeredBy(String person) {
        return jdbc.sql("select distinct program from usecases_agreement where person = ?")
                .param(person)
                .query(String.class)
                .list();
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
        tables.insert("choice", "program, round, use_case, decision, reason, asking, accepting", rows);
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
        OffsetDateTime now = tables.now();
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
        tables.insert(
                "agreement",
                "program, round, use_case, side, function_code, person, answer, reason," + " answered_at",
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
        tables.insert("wave", "program, round, use_case, first_result, measure, quick_win", rows);
    }
}
