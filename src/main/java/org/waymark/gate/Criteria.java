package org.waymark.gate;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.promise.Reopenings;
import org.waymark.stage.Stages;
import org.waymark.web.Texts;

/** What each gate asks for, and what a program has to show for it right now. */
@Repository
class Criteria {

    private final JdbcClient db;
    private final Stages stages;
    private final Programs programs;
    private final Reopenings reopenings;
    private final Texts texts;

    Criteria(JdbcClient db, Stages stages, Programs programs, Reopenings reopenings, Texts texts) {
        this.db = db;
        this.stages = stages;
        this.programs = programs;
        this.reopenings = reopenings;
        this.texts = texts;
    }

    /** What a gate asks for now. */
    List<Criterion> of(String stage) {
        return all(stage).stream().filter(Criterion::active).toList();
    }

    /** Every criterion of a gate, the ones that are switched off too. */
    List<Criterion> all(String stage) {
        return db.sql("select * from gate_criterion where stage = ? order by place, id")
                .param(stage)
                .query(Criterion.class)
                .list();
    }

    /** Measures now; nothing is stored. */
    List<Finding> measure(String program, String stage) {
        Program found = programs.get(program);
        List<Finding> measured =
                Finding.measure(of(stage), stages.of(stage).facts(program), found.depth(), this::words);
        return withReopened(program, stage, measured);
    }

    /** The organisation's own words, or the shipped ones. */
    String words(Criterion criterion) {
        return criterion.words() == null ? texts.of("gate.criterion." + criterion.id()) : criterion.words();
    }

    /** No later gate says go while an earlier one is open again, whatever its own findings say. */
    List<Finding> withReopened(String program, String stage, List<Finding> findings) {
        int here = stages.of(stage).position();
        long open = reopenings.open(program).stream()
                .filter(one -> stages.of(one.stage()).position() < here)
                .count();
        List<Finding> all = new ArrayList<>(findings);
        all.removeIf(finding -> finding.criterion().equals(Finding.REOPENED));
        if (open > 0) {
            all.add(0, Finding.reopened(open, texts.of("gate.criterion." + Finding.REOPENED)));
        }
        return List.copyOf(all);
    }
}
