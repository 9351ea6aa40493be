package org.waymark.model.architecture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about one component, who answers for it and what it takes. */
record ComponentDecision(
        String component,
        Decision decision,
        @Nullable String product,
        @Nullable String businessOwner,
        @Nullable String technicalOwner,
        @Nullable Integer functionalFit,
        @Nullable Integer technicalFit,
        @Nullable DataDomain masterOf,
        @Nullable String pattern,
        @Nullable Integer wave,
        @Nullable String reason,
        @Nullable BigDecimal exitCost,
        @Nullable String migrationPlan,
        @Nullable LocalDate revisit,
        Dossier dossier) {

    /** What the two fits speak for; empty as long as one of them is not judged. */
    List<Decision> suggested() {
        return functionalFit == null || technicalFit == null
                ? List.of()
                : Decision.suggested(functionalFit, technicalFit);
    }

    boolean takenAwayWithoutPlan() {
        return decision.needsPlan() && (exitCost == null || Dossier.blank(migrationPlan) || !dossier.complete());
    }

    boolean deferredWithoutDate() {
        return decision == Decision.DEFER && revisit == null;
    }
}
