package org.waymark.gate;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.stage.Stages;
import org.waymark.web.Texts;

/** What each gate asks for, and what a program has to show for it right now. */
@Repository
class Criteria {

    private final JdbcClient db;
    private final Stages stages;
    private final Programs programs;
    private final Texts texts;

    Criteria(JdbcClient db, Stages stages, Programs programs, Texts texts) {
        this.db = db;
        this.stages = stages;
        this.programs = programs;
        this.texts = texts;
    }

    List<Criterion> of(String stage) {
        return db.sql("select * from gate_criterion where stage = ? order by place, id")
                .param(stage)
                .query(Criterion.class)
                .list();
    }

    /** Measures now; nothing is stored. */
    List<Finding> measure(String program, String stage) {
        Program found = programs.get(program);
        return Finding.measure(
                of(stage), stages.of(stage).facts(program), found.depth(), id -> texts.of("gate.criterion." + id));
    }
}
