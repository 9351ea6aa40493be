package org.waymark.model.capabilities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.model.capabilities.AgreeCapabilities.Found;
import org.waymark.model.capabilities.AgreeDraft.Row;
import org.waymark.process.Missing;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What can never be right in an agreement on capabilities, and what it still lacks. */
@Component
class GapRules {

    private static final int REASON_LENGTH = 2000;
    private static final int MOST_ROWS = 200;

    private final Team team;

    GapRules(Team team) {
        this.team = team;
    }

    void check(String program, AgreeDraft draft, Serving.Picture picture) {
        if (draft.capabilities().size() > MOST_ROWS) {
            throw Refusal.bad("capabilities.tooManyRows", MOST_ROWS).at("capabilities");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.capabilities().size(); i++) {
            Row row = draft.capabilities().get(i);
            String at = "capabilities[" + i + "].";
            if (row.id() == null || !picture.serves(row.id())) {
                throw Refusal.bad("capabilities.unknown", Objects.requireNonNullElse(row.id(), ""))
                        .at(at + "id");
            }
            if (!seen.add(row.id())) {
                throw Refusal.bad("capabilities.twice", row.id()).at(at + "id");
            }
            level(row.need(), at + "need");
            level(row.have(), at + "have");
            if (row.owner() != null && !team.includes(program, row.owner())) {
                throw Refusal.bad("capabilities.notInTeam", row.owner()).at(at + "owner");
            }
            if (row.reason() != null && row.reason().length() > REASON_LENGTH) {
                throw Refusal.bad(
                                "capabilities.tooLong",
                                REASON_LENGTH,
                                row.reason().length())
                        .at(at + "reason");
            }
        }
    }

    private static void level(@Nullable Integer level, String field) {
        if (level != null && (level < 0 || level > Need.MOST)) {
            throw Refusal.bad("capabilities.level", level).at(field);
        }
    }

    List<Missing> missing(AgreeDraft draft, Serving.Picture picture, Found found) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < draft.capabilities().size(); i++) {
            String id = draft.capabilities().get(i).id();
            if (id != null) {
                places.put(id, i);
            }
        }
        List<Gap> gaps = AgreeCapabilities.gaps(draft, picture);
        Set<String> top = Gap.topTen(gaps).stream().map(Gap::id).collect(Collectors.toSet());
        Set<String> tools = Gap.toolsWithoutTeam(gaps);
        List<Missing> missing = new ArrayList<>();
        for (Capability capability : picture.capabilities()) {
            Integer place = places.get(capability.id());
            if (place == null) {
                missing.add(new Missing("capabilities", "capabilities.rowMissing", capability.name()));
                continue;
            }
            Row row = draft.capabilities().get(place);
            String at = "capabilities[" + place + "].";
            if (row.need() == null) {
                missing.add(new Missing(at + "need", "capabilities.needMissing", capability.name()));
            }
            if (row.have() == null) {
                missing.add(new Missing(at + "have", "capabilities.haveMissing", capability.name()));
            }
            if (row.owner() == null && top.contains(capability.id())) {
                missing.add(new Missing(at + "owner", "capabilities.ownerMissing", capability.name()));
            }
            if (row.reason() == null) {
                reason(row, capability, found, tools.contains(capability.id()), at + "reason", missing);
            }
        }
        return missing;
    }

    private static void reason(
            Row row, Capability capability, Found found, boolean tool, String field, List<Missing> missing) {
        String id = capability.id();
        boolean changed = (row.need() != null && row.need() != found.need(id))
                || (row.have() != null && found.have(id) != null && !row.have().equals(found.have(id)));
        if (tool) {
            missing.add(new Missing(field, "capabilities.toolReasonMissing", capability.name()));
        } else if (changed) {
            missing.add(new Missing(field, "capabilities.reasonMissing", capability.name()));
        }
    }
}
