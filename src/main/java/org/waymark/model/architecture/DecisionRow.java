package org.waymark.model.architecture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision record as a row of its table. */
final class DecisionRow {

    static final String COLUMNS = "program, round, component, decision, product, business_owner, technical_owner,"
            + " functional_fit, technical_fit, master_of, pattern, wave, reason, exit_cost, migration_plan, revisit,"
            + " direction, live, depends_on, cost_lines, refused, approver, dissent, parallel_months, users_told";

    private DecisionRow() {}

    static List<@Nullable Object> write(String program, int round, ComponentDecision one) {
        Dossier more = one.dossier();
        return Arrays.asList(
                program,
                round,
                one.component(),
                one.decision().name(),
                one.product(),
                one.businessOwner(),
                one.technicalOwner(),
                one.functionalFit(),
                one.technicalFit(),
                one.masterOf() == null ? null : one.masterOf().name(),
                one.pattern(),
                one.wave(),
                one.reason(),
                one.exitCost(),
                one.migrationPlan(),
                one.revisit(),
                more.direction(),
                more.live(),
                list(more.dependsOn()),
                list(more.costLines()),
                more.refused(),
                more.approver(),
                more.dissent(),
                more.parallelMonths(),
                more.usersTold());
    }

    static ComponentDecision read(ResultSet row) throws SQLException {
        String masterOf = row.getString("master_of");
        return new ComponentDecision(
                row.getString("component"),
                Decision.valueOf(row.getString("decision")),
                row.getString("product"),
                row.getString("business_owner"),
                row.getString("technical_owner"),
                row.getObject("functional_fit", Integer.class),
                row.getObject("technical_fit", Integer.class),
                masterOf == null ? null : DataDomain.valueOf(masterOf),
                row.getString("pattern"),
                row.getObject("wave", Integer.class),
                row.getString("reason"),
                row.getBigDecimal("exit_cost"),
                row.getString("migration_plan"),
                row.getObject("revisit", LocalDate.class),
                new Dossier(
                        row.getString("direction"),
                        row.getObject("live", LocalDate.class),
                        list(row.getString("depends_on")),
                        list(row.getString("cost_lines")),
                        row.getString("refused"),
                        row.getString("approver"),
                        row.getString("dissent"),
                        row.getObject("parallel_months", Integer.class),
                        row.getString("users_told")));
    }

    private static @Nullable String list(List<String> ids) {
        return ids.isEmpty() ? null : String.join(",", ids);
    }

    private static List<String> list(@Nullable String ids) {
        return ids == null ? List.of() : List.of(ids.split(","));
    }
}
