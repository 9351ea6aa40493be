package org.waymark.move;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.process.copy.TableRows;
import org.waymark.program.Program;
import org.waymark.program.Programs;

/** What this installation is, as far as a program's file has to fit it. */
@Component
class House {

    private static final int LENGTH_OF_A_PERSON = 64;

    /** By stage: its open round, as long as somebody has handed in a sealed answer. */
    private static final Map<String, String> ROUNDS = Map.of("values", """
            select count(*) from values_round r join values_vote v on v.program = r.program and v.round = r.round
            where r.program = :program and r.round = :round and r.state = 'OPEN'
            """, "capabilities", """
            select count(*) from capabilities_round r
            join capabilities_vote v on v.program = r.program and v.round = r.round
            where r.program = :program and r.round = :round and r.state = 'OPEN'
            """, "maturity", """
            select count(*) from maturity_round r join maturity_ballot v on v.program = r.program and v.round = r.round
            where r.program = :program and r.round = :round and r.revealed = false
            """);

    private final JdbcClient jdbc;
    private final TableRows rows;
    private final Programs programs;
    private final String calendar;

    House(
            JdbcClient jdbc,
            TableRows rows,
            Programs programs,
            @Value("${waymark.country:}") String country,
            @Value("${waymark.closed-days:}") String closedDays) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.programs = programs;
        this.calendar = (country + " " + closedDays).strip();
    }

    /** The country and the closed days by which working days are counted here. */
    String calendar() {
        return calendar;
    }

    /** The newest change of the tables: files go between installations of the same one. */
    String schema() {
        return jdbc.sql("select max(\"version\") from \"flyway_schema_history\" where \"success\" = true")
                .query(String.class)
                .single();
    }

    /** Refuses, before anything is read, a program whose files alone are more than one file may hold. */
    void fits(String program) {
        long bytes = jdbc.sql("select coalesce(sum(f.bytes), 0) from (" + Parts.FILES + ") f")
                .param("program", program)
                .query(Long.class)
                .single();
        // three bytes are four letters in the file
        if (bytes / 3 * 4 > Parcel.LARGEST_UNPACKED) {
            throw Parcel.tooLarge();
        }
    }

    /** The columns of a table that name somebody. */
    List<String> persons(String table) {
        return rows.texts(table, LENGTH_OF_A_PERSON).stream()
                .filter(column -> !Parts.NO_PERSON.contains(column))
                .toList();
    }

    Sealed sealed(Program program) {
        String round = ROUNDS.get(program.stage());
        boolean answered = program.isRunning()
                && round != null
                && programs.stage(program.code(), program.stage()).state().equals("OPEN")
                && jdbc.sql(round)
                                .param("program", program.code())
                                .param("round", program.round())
                                .query(Integer.class)
                                .single()
                        > 0;
        List<String> reviews = jdbc.sql("""
                        select s.stage || '/' || cast(s.number as varchar(10)) from gate_sitting s
                        where s.program = :program and s.state = 'CONVENED' and s.votes_open = false
                            and exists (select 1 from gate_vote v where v.sitting = s.id)
                        order by s.id
                        """)
                .param("program", program.code())
                .query(String.class)
                .list();
        return new Sealed(answered ? program.stage() : null, program.isRunning() ? reviews : List.of());
    }

    /** Systems that listen hear of what happens here, not of what happened where the program came from. */
    void told(String program, long upTo) {
        jdbc.sql("insert into hook_cursor (hook, program, sequence) select id, :program, :upTo from hook")
                .param("program", program)
                .param("upTo", upTo)
                .update();
    }
}
