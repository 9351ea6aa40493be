package org.waymark.model.architecture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an architect has typed so far, line by line. */
record DecideDraft(List<Item> decisions) {

    DecideDraft(@Nullable List<Item> decisions) {
        this.decisions = decisions == null
                ? List.of()
                : decisions.stream().filter(Objects::nonNull).toList();
    }

    /** The lines that say what happens to a component. */
    List<ComponentDecision> decided() {
        List<ComponentDecision> decided = new ArrayList<>();
        for (Item item : decisions) {
            Decision decision = item.read();
            if (decision != null) {
                decided.add(item.decided(decision));
            }
        }
        return decided;
    }

    record Item(
            @Nullable String id,
            @Nullable String decision,
            @Nullable String product,
            @Nullable String businessOwner,
            @Nullable String technicalOwner,
            @Nullable Integer functionalFit,
            @Nullable Integer technicalFit,
            @Nullable String masterOf,
            @Nullable String pattern,
            @Nullable Integer wave,
            @Nullable String reason,
            @Nullable BigDecimal exitCost,
            @Nullable String migrationPlan,
            @Nullable LocalDate revisit,
            @Nullable Dossier dossier) {

        /** A line nobody has typed anything into. */
        static Item blank(String component) {
            return new Item(
                    component, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** The same line in another wave; the wave is each program's own. */
        Item inWave(@Nullable Integer other) {
            return new Item(
                    id,
                    decision,
                    product,
                    businessOwner,
                    technicalOwner,
                    functionalFit,
                    technicalFit,
                    masterOf,
                    pattern,
                    other,
                    reason,
                    exitCost,
                    migrationPlan,
                    revisit,
                    dossier);
        }

        /** What else belongs to the record; empty as long as nobody typed any of it. */
        public Dossier more() {
            return dossier == null ? Dossier.NONE : dossier;
        }

        @Nullable
        Decision read() {
            return decision == null ? null : Decision.read(decision).orElse(null);
        }

        @Nullable
        DataDomain domain() {
            return masterOf == null ? null : DataDomain.read(masterOf).orElse(null);
        }

        static Item of(ComponentDecision last) {
            DataDomain domain = last.masterOf();
            BigDecimal cost = last.exitCost();
            return new Item(
                    last.component(),
                    last.decision().name(),
                    last.product(),
                    last.businessOwner(),
                    last.technicalOwner(),
                    last.functionalFit(),
                    last.technicalFit(),
                    domain == null ? null : domain.name(),
                    last.pattern(),
                    last.wave(),
                    last.reason(),
                    cost == null
                            ? null
                            : new BigDecimal(cost.stripTrailingZeros().toPlainString()),
                    last.migrationPlan(),
                    last.revisit(),
                    last.dossier());
        }

        ComponentDecision decided(Decision decided) {
            return new ComponentDecision(
                    String.valueOf(id),
                    decided,
                    text(product),
                    businessOwner,
                    technicalOwner,
                    functionalFit,
                    technicalFit,
                    domain(),
                    text(pattern),
                    wave,
                    text(reason),
                    exitCost,
                    text(migrationPlan),
                    revisit,
                    more());
        }

        private static @Nullable String text(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed;
        }
    }
}
