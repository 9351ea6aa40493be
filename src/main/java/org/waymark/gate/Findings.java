package org.waymark.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.process.Rows;

/** The findings of a review, kept as they were read. */
@Repository
class Findings {

    private final JdbcClient db;

    Findings(JdbcClient db) {
        this.db = db;
    }

    List<Finding> of(long sitting) {
        return db.sql("select * from gate_finding where sitting = ? order by place")
                .param(sitting)
                .query(Finding.class)
                .list();
    }

    /** Takes the new measuring; waivers already asked for stay with what is still open. */
    List<Finding> refresh(long sitting, List<Finding> measured) {
        List<Finding> kept = of(sitting);
        Map<String, Finding> before = kept.stream().collect(Collectors.toMap(Finding::criterion, Function.identity()));
        List<Finding> merged = measured.stream()
                .map(finding -> {
                    Finding old = before.get(finding.criterion());
                    return old == null || finding.met()
                            ? finding
                            : finding.requesting(old.waiverReason(), old.waiverBy());
                })
                .toList();
        if (same(kept, merged)) {
            return merged;
        }
        if (!kept.isEmpty()) {
            db.sql("delete from gate_finding where sitting = ?").param(sitting).update();
        }
        Rows.insert(
                db,
                """
                gate_finding (sitting, place, criterion, text, fact, unit, measured, comparison, threshold, weight,
                    kind, met, supplied_by, waiver_reason, waiver_by, waived)
                """,
                merged,
                finding -> Arrays.asList(
                        sitting,
                        merged.indexOf(finding) + 1,
                        finding.criterion(),
                        finding.text(),
                        finding.fact(),
                        finding.unit(),
                        finding.measured(),
                        finding.comparison().name(),
                        finding.threshold(),
                        finding.weight(),
                        finding.kind().name(),
                        finding.met(),
                        finding.suppliedBy(),
                        finding.waiverReason(),
                        finding.waiverBy(),
                        false));
        return merged;
    }

    /** Whether measuring again found nothing new; the database gives numbers back with four decimals. */
    private static boolean same(List<Finding> kept, List<Finding> measured) {
        return kept.stream()
                .map(Finding::plain)
                .toList()
                .equals(measured.stream().map(Finding::plain).toList());
    }

    void ask(long sitting, String criterion, String reason, String by) {
        db.sql("update gate_finding set waiver_reason = ?, waiver_by = ? where sitting = ? and criterion = ?")
                .params(reason, by, sitting, criterion)
                .update();
    }

    void waive(long sitting, Collection<String> criteria) {
        criteria.forEach(criterion -> db.sql(
                        "update gate_finding set waived = true where sitting = ? and criterion = ? and waiver_reason is not null")
                .params(sitting, criterion)
                .update());
    }

    void copyWaivers(long from, long to) {
        of(from).stream()
                .filter(Finding::waiverAsked)
                .forEach(finding -> db.sql(
                                "update gate_finding set waiver_reason = ?, waiver_by = ? where sitting = ? and criterion = ? and met = false")
                        .param(finding.waiverReason())
                        .param(finding.waiverBy())
                        .param(to)
                        .param(finding.criterion())
                        .update());
    }
}
