package org.waymark.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evidence for single criteria: what has to be brought, what was, and what somebody asks to do without. */
@Repository
class Proving {

    private final JdbcClient db;

    Proving(JdbcClient db) {
        this.db = db;
    }

    /** The review's own copy of what a criterion needs, with what lies beside it. */
    record Proof(
            String criterion,
            Need need,
            @Nullable String waiverReason,
            @Nullable String waiverBy,
            long pieces) {

        public boolean waived() {
            return pieces == 0 && waiverReason != null;
        }

        /** Neither brought nor asked to be done without. */
        public boolean missing() {
            return need == Need.REQUIRED && pieces == 0 && waiverReason == null;
        }
    }

    Map<String, Proof> of(long sitting) {
        return db.sql("""
                        select p.criterion, p.need, p.waiver_reason, p.waiver_by,
                            (select count(*) from gate_evidence e
                             where e.sitting = p.sitting and e.criterion = p.criterion) as pieces
                        from gate_proof p where p.sitting = ?
                        """).param(sitting).query(Proof.class).list().stream()
                .collect(Collectors.toMap(Proof::criterion, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** What the criteria need now, before there is a review. */
    static Map<String, Proof> of(List<Criterion> criteria, String depth) {
        return criteria.stream()
                .filter(one -> one.evidenceAt(depth) == Need.REQUIRED)
                .collect(Collectors.toMap(
                        Criterion::id,
                        one -> new Proof(one.id(), Need.REQUIRED, null, null, 0),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    /** Takes what the criteria need now; what was asked to be done without stays asked. */
    void refresh(long sitting, List<Criterion> criteria, String depth) {
        Map<String, Proof> kept = of(sitting);
        Map<String, Proof> wanted = of(criteria, depth);
        for (String gone : new ArrayList<>(kept.keySet())) {
            if (!wanted.containsKey(gone)) {
                db.sql("delete from gate_proof where sitting = ? and criterion = ?")
                        .params(sitting, gone)
                        .update();
            }
        }
        wanted.values().stream()
                .filter(one -> !kept.containsKey(one.criterion()))
                .forEach(one -> db.sql("insert into gate_proof (sitting, criterion, need) values (?, ?, ?)")
                        .params(sitting, one.criterion(), one.need().name())
                        .update());
    }

    void waive(long sitting, String criterion, String reason, String by) {
        db.sql("update gate_proof set waiver_reason = ?, waiver_by = ? where sitting = ? and criterion = ?")
                .params(reason, by, sitting, criterion)
                .update();
    }

    /** What was brought and asked before lies beside the next review of the same run too. */
    void carry(long from, long to) {
        db.sql("""
                        insert into gate_evidence (sitting, name, kind, sha256, content, added_by, added_at, criterion)
                        select cast(? as bigint), name, kind, sha256, content, added_by, added_at, criterion
                        from gate_evidence where sitting = ? and kind <> 'FROZEN' order by id
                        """).params(to, from).update();
        of(from).values()
                .forEach(one -> Optional.ofNullable(one.waiverReason())
                        .ifPresent(reason -> waive(to, one.criterion(), reason, String.valueOf(one.waiverBy()))));
    }
}
