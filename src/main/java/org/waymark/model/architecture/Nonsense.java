package org.waymark.model.architecture;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.Component;
import org.waymark.security.People;
import org.waymark.web.Refusal;

/** Refuses what can never be right in a list of decisions, naming the field. */
@org.springframework.stereotype.Component
class Nonsense {

    private static final BigDecimal MOST_COST = new BigDecimal("1000000000000");
    private static final int MOST_LINES = 45;

    private final Surroundings surroundings;
    private final People people;

    Nonsense(Surroundings surroundings, People people) {
        this.surroundings = surroundings;
        this.people = people;
    }

    void refuse(String program, DecideDraft draft) {
        Set<String> known =
                surroundings.components().stream().map(Component::id).collect(Collectors.toSet());
        Set<String> team = new HashSet<>(surroundings.people(program));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.decisions().size(); i++) {
            DecideDraft.Item item = draft.decisions().get(i);
            String at = "decisions[" + i + "].";
            if (item.id() == null || !known.contains(item.id())) {
                throw Refusal.bad("architecture.unknown", String.valueOf(item.id()))
                        .at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("architecture.twice", item.id()).at(at + "id");
            }
            if (item.decision() != null && item.read() == null) {
                throw Refusal.bad("architecture.decision.unknown", item.decision())
                        .at(at + "decision");
            }
            if (item.masterOf() != null && item.domain() == null) {
                throw Refusal.bad("architecture.domain.unknown", item.masterOf())
                        .at(at + "masterOf");
            }
            dossier(item.more(), known, team, at + "dossier.");
            person(item.businessOwner(), team, at + "businessOwner");
            person(item.technicalOwner(), team, at + "technicalOwner");
            range(item.functionalFit(), 1, 5, "architecture.fit.range", at + "functionalFit");
            range(item.technicalFit(), 1, 5, "architecture.fit.range", at + "technicalFit");
            range(item.wave(), 1, 9, "architecture.wave.range", at + "wave");
            BigDecimal cost = item.exitCost();
            if (cost != null && (cost.signum() < 0 || cost.compareTo(MOST_COST) >= 0)) {
                throw Refusal.bad("architecture.cost.range").at(at + "exitCost");
            }
            DecideComponents.length(item.product(), 200, at + "product");
            DecideComponents.length(item.pattern(), 200, at + "pattern");
            DecideComponents.length(item.reason(), 600, at + "reason");
            DecideComponents.length(item.migrationPlan(), 1000, at + "migrationPlan");
        }
    }

    // asked once a person, not once a line
    private void person(@Nullable String id, Set<String> known, String field) {
        if (id == null || known.contains(id)) {
            return;
        }
        if (people.find(id).isEmpty()) {
            throw Refusal.bad("architecture.person.unknown", id).at(field);
        }
        known.add(id);
    }

    private static void range(@Nullable Integer number, int least, int most, String key, String field) {
        if (number != null && (number < least || number > most)) {
            throw Refusal.bad(key, number).at(field);
        }
    }

    private void dossier(Dossier more, Set<String> components, Set<String> team, String at) {
        if (more.direction() != null && !Dossier.DIRECTIONS.contains(more.direction())) {
            throw Refusal.bad("architecture.direction.unknown", more.direction())
                    .at(at + "direction");
        }
        known(more.dependsOn(), components, "architecture.unknown", at + "dependsOn");
        known(more.costLines(), surroundings.costIds(), "architecture.cost.unknown", at + "costLines");
        person(more.approver(), team, at + "approver");
        range(more.parallelMonths(), 0, 60, "architecture.parallel.range", at + "parallelMonths");
        DecideComponents.length(more.refused(), 600, at + "refused");
        DecideComponents.length(more.dissent(), 600, at + "dissent");
        DecideComponents.length(more.usersTold(), 300, at + "usersTold");
    }

    private static void known(java.util.List<String> ids, Set<String> known, String key, String field) {
        for (String id : ids) {
            if (!known.contains(id) || ids.size() > MOST_LINES) {
                throw Refusal.bad(key, id).at(field);
            }
        }
    }
}
