package org.waymark.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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
        Map<String, Finding> before =
                of(sitting).stream().collect(Collectors.toMap(Finding::criterion, Function.identity()));
        List<Finding> merged = measured.stream()
                .map(finding -> {
                    Finding old = before.get(finding.criterion());
                    return old == null || finding.met()
                            ? finding
                            : finding.requesting(old.waiverReason(), old.waiverBy());
                })
                .toList();
        db.sql("delete from gate_finding where sitting = ?").param(sitting).update();
        for (int i = 0; i < merged.size(); i++) {
            insert(sitting, i + 1, merged.get(i));
        }
        return merged;
    }

    private void insert(long sitting, int place, Finding finding) {
        db.sql("""
                        insert into gate_finding (sitting, place, criterion, text, fact, unit, measured, comparison, threshold,
                        weight, kind, met, supplied_by, waiver_reason, waiver_by, waived)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
                        """)
                .param(sitting)
                .param(place)
                .param(finding.criterion())
                .param(finding.text())
                .param(finding.fact())
                .param(finding.unit())
                .param(finding.measured())
                .param(finding.comparison().name())
                .param(finding.threshold())
                .param(finding.weight())
                .param(finding.kind().name())
                .param(finding.met())
                .param(finding.suppliedBy())
                .param(finding.waiverReason())
                .param(finding.waiverBy())
                .update();
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
