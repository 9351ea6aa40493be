package org.waymark.model.architecture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.model.architecture.DecideDraft.Item;
import org.waymark.process.Missing;

/** What a list of decisions still lacks before business owners can look at it. */
record Completeness(
        Set<String> needed, LocalDate today, Function<String, String> nameOf, Function<DataDomain, String> domainName) {

    List<Missing> of(List<Item> items) {
        List<Missing> missing = new ArrayList<>();
        Set<String> absent = new HashSet<>(needed);
        boolean owned = false;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            absent.remove(item.id());
            owned |= item.read() != null && item.businessOwner() != null;
            one(item, "decisions[" + i + "].", missing);
        }
        masters(items, missing);
        if (!absent.isEmpty()) {
            missing.add(new Missing("decisions", "architecture.missing.absent", absent.size()));
        }
        if (!owned) {
            missing.add(new Missing("decisions", "architecture.missing.nobody"));
        }
        return missing;
    }

    private void one(Item item, String at, List<Missing> missing) {
        Decision decision = item.read();
        boolean must = needed.contains(String.valueOf(item.id()));
        if (decision == null) {
            if (must) {
                missing.add(new Missing(at + "decision", "architecture.missing.decision"));
            }
            return;
        }
        if (item.businessOwner() == null && (must && decision != Decision.DEFER || decision.needsPlan())) {
            missing.add(new Missing(at + "businessOwner", "architecture.missing.owner"));
        }
        if (decision.needsPlan()) {
            if (item.exitCost() == null) {
                missing.add(new Missing(at + "exitCost", "architecture.missing.exit-cost"));
            }
            if (blank(item.migrationPlan())) {
                missing.add(new Missing(at + "migrationPlan", "architecture.missing.plan"));
            }
            Dossier more = item.more();
            if (more.parallelMonths() == null) {
                missing.add(new Missing(at + "dossier.parallelMonths", "architecture.missing.parallel"));
            }
            if (blank(more.usersTold())) {
                missing.add(new Missing(at + "dossier.usersTold", "architecture.missing.users"));
            }
            if (more.approver() == null) {
                missing.add(new Missing(at + "dossier.approver", "architecture.missing.approver"));
            }
            if (blank(item.reason())) {
                missing.add(new Missing(at + "reason", "architecture.missing.reason"));
            }
        }
        if (decision == Decision.DEFER) {
            if (item.revisit() == null) {
                missing.add(new Missing(at + "revisit", "architecture.missing.revisit"));
            } else if (!item.revisit().isAfter(today)) {
                missing.add(new Missing(at + "revisit", "architecture.missing.revisit.past"));
            }
        }
    }

    private void masters(List<Item> items, List<Missing> missing) {
        Map<DataDomain, List<Integer>> claims = new EnumMap<>(DataDomain.class);
        for (int i = 0; i < items.size(); i++) {
            DataDomain domain = items.get(i).domain();
            if (domain != null && items.get(i).read() != Decision.RETIRE) {
                claims.computeIfAbsent(domain, one -> new ArrayList<>()).add(i);
            }
        }
        claims.forEach((domain, rows) -> {
            if (rows.size() > 1) {
                String names = rows.stream()
                        .map(row -> nameOf.apply(String.valueOf(items.get(row).id())))
                        .collect(Collectors.joining(", "));
                rows.forEach(row -> missing.add(new Missing(
                        "decisions[" + row + "].masterOf",
                        "architecture.missing.masters",
                        domainName.apply(domain),
                        names)));
            }
        });
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
