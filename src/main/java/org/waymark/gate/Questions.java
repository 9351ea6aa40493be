package org.waymark.gate;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sponsor wanted to know more about, and what came back. */
@Repository
class Questions {

    private final JdbcClient db;

    Questions(JdbcClient db) {
        this.db = db;
    }

    /** A question to one person. */
    record Question(
            long id,
            String toPerson,
            String text,
            @Nullable String answer,
            @Nullable String evidence,
            @Nullable OffsetDateTime answeredAt) {}

    List<Question> of(long sitting) {
        return db.sql(
                        "select id, to_person, text, answer, evidence, answered_at from gate_question where sitting = ? order by id")
                .param(sitting)
                .query(Question.class)
                .list();
    }

    List<Question> to(long sitting, String person) {
        return of(sitting).stream()
                .filter(question -> question.toPerson().equals(person))
                .toList();
    }

    void add(long sitting, String person, String text) {
        db.sql("insert into gate_question (sitting, to_person, text) values (?, ?, ?)")
                .params(sitting, person, text)
                .update();
    }

    void answer(long id, String text, @Nullable String evidence, OffsetDateTime at) {
        db.sql("update gate_question set answer = ?, evidence = ?, answered_at = ? where id = ?")
                .param(text)
                .param(evidence)
                .param(at)
                .param(id)
                .update();
    }

    /** Questions that wait for somebody who has left wait for somebody else. */
    void give(long sitting, String from, String to) {
        db.sql("update gate_question set to_person = ? where to_person = ? and sitting = ? and answered_at is null")
                .params(to, from, sitting)
                .update();
    }

    void handOver(String program, String from, String to) {
        db.sql("""
                        update gate_question set to_person = ? where to_person = ? and answered_at is null
                        and sitting in (select id from gate_sitting where program = ?)
                        """).params(to, from, program).update();
    }
}
