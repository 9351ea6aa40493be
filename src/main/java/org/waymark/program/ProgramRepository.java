package org.waymark.program;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores programs and where each of their stages stands. */
@Repository
class ProgramRepository {

    private static final String PROGRAM = """
            select code, name, purpose, investment_band, risk, currency, begins, depth, depth_reason, state, stage,
                round, launched_by, launched_at, ended_at, stop_reason from program
            """;
    private static final String STAGE = """
            select program, stage, position, state, round, since, contribute_by, agree_by, remind_days, escalate_days,
                planned, first_planned, decision, decided_at from program_stage
            """;

    private final JdbcClient jdbc;

    ProgramRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Program> find(String code) {
        return jdbc.sql(PROGRAM + " where code = :code")
                .param("code", code)
                .query(Program.class)
                .optional();
    }

    List<Program> all() {
        return jdbc.sql(PROGRAM + " order by launched_at desc, code")
                .query(Program.class)
                .list();
    }

    void insert(Program program) {
        jdbc.sql("""
                        insert into program (code, name, purpose, investment_band, risk, currency, begins, depth,
                            depth_reason, state, stage, round, launched_by, launched_at)
                        values (:code, :name, :purpose, :investmentBand, :risk, :currency, :begins, :depth,
                            :depthReason, :state, :stage, :round, :launchedBy, :launchedAt)
                        """).paramSource(program).update();
    }

    void at(String code, String stage, int round) {
        jdbc.sql("update program set stage = :stage, round = :round where code = :code")
                .param("stage", stage)
                .param("round", round)
                .param("code", code)
                .update();
    }

    int end(String code, String state, @Nullable String reason, OffsetDateTime now) {
        return jdbc.sql("""
                        update program set state = :state, stop_reason = :reason, ended_at = :now
                        where code = :code and state = 'RUNNING'
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("now", now)
                .param("code", code)
                .update();
    }

    /** A gate that is opened again after the end takes a completed program up again. */
    void again(String code) {
        jdbc.sql("update program set state = 'RUNNING', ended_at = null where code = :code and state = 'COMPLETED'")
                .param("code", code)
                .update();
    }

    List<StageState> stages(String code) {
        return jdbc.sql(STAGE + " where program = :code order by position")
                .param("code", code)
                .query(StageState.class)
                .list();
    }

    Optional<StageState> stage(String code, String stage) {
        return jdbc.sql(STAGE + " where program = :code and stage = :stage")
                .param("code", code)
                .param("stage", stage)
                .query(StageState.class)
                .optional();
    }

    void insert(String code, String stage, int position, LocalDate planned) {
        jdbc.sql("""
                        insert into program_stage (program, stage, position, state, round, remind_days, escalate_days,
                            planned, first_planned)
                        values (:code, :stage, :position, 'AHEAD', 1, 0, 0, :planned, :planned)
                        """)
                .param("code", code)
                .param("stage", stage)
                .param("position", position)
                .param("planned", planned)
                .update();
    }

    void opened(String code, String stage, Tempo.Dates dates, OffsetDateTime now) {
        jdbc.sql("""
                        update program_stage set state = 'OPEN', since = :now, contribute_by = :contributeBy,
                            agree_by = :agreeBy, remind_days = :remindDays, escalate_days = :escalateDays,
                            planned = :planned, decision = null, decided_at = null
                        where program = :code and stage = :stage
                        """)
                .param("now", now)
                .param("contributeBy", dates.contributeBy())
                .param("agreeBy", dates.agreeBy())
                .param("remindDays", dates.remindDays())
                .param("escalateDays", dates.escalateDays())
                .param("planned", dates.gate())
                .param("code", code)
                .param("stage", stage)
                .update();
    }

    void plan(String code, String stage, LocalDate planned) {
        jdbc.sql("update program_stage set planned = :planned where program = :code and stage = :stage")
                .param("planned", planned)
                .param("code", code)
                .param("stage", stage)
                .update();
    }

    void state(String code, String stage, String state, OffsetDateTime now) {
        jdbc.sql("update program_stage set state = :state, since = :now where program = :code and stage = :stage")
                .param("state", state)
                .param("now", now)
                .param("code", code)
                .param("stage", stage)
                .update();
    }

    void decided(String code, String stage, String state, String decision, OffsetDateTime now) {
        jdbc.sql("""
                        update program_stage set state = :state, since = :now, decision = :decision, decided_at = :now
                        where program = :code and stage = :stage
                        """)
                .param("state", state)
                .param("decision", decision)
                .param("now", now)
                .param("code", code)
                .param("stage", stage)
                .update();
    }

    /** Opens the next round of the stage sent back to, and puts every later stage ahead again. */
    void sentBack(String code, String stage, OffsetDateTime now) {
        int position = stage(code, stage).orElseThrow().position();
        jdbc.sql("""
                        update program_stage set state = 'SENT_BACK', round = round + 1, since = :now, decision = null,
                            decided_at = null
                        where program = :code and position = :position
                        """)
                .param("now", now)
                .param("code", code)
                .param("position", position)
                .update();
        jdbc.sql("""
                        update program_stage set state = 'AHEAD', round = round + 1, since = null, decision = null,
                            decided_at = null
                        where program = :code and position > :position and state <> 'AHEAD'
                        """).param("code", code).param("position", position).update();
    }
}
