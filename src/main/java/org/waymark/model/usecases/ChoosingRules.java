package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.catalogue.UseCase;
import org.waymark.catalogue.Value;
import org.waymark.process.Missing;
import org.waymark.web.Refusal;

/** What can never be right in a choice of use cases, and what it still lacks. */
@Component
class ChoosingRules {

    private static final int NAME = 120;
    private static final int SENTENCE = 300;

    private final Catalogue catalogue;

    ChoosingRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(ChooseUseCases.Draft draft) {
        Set<String> known = catalogue.useCases().stream().map(UseCase::id).collect(Collectors.toSet());
        Set<String> functions = catalogue.functions().stream().map(Function::id).collect(Collectors.toSet());
        own(draft);
        draft.added().forEach(one -> known.add(String.valueOf(one.id())));
        Set<String> seen = new HashSet<>();
        draft.lines().forEach((at, item) -> {
            if (item.id() == null || !known.contains(item.id())) {
                throw Refusal.bad("usecases.unknown", String.valueOf(item.id())).at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("usecases.twice", item.id()).at(at + "id");
            }
            if (item.decision() != null && Decision.read(item.decision()).isEmpty()) {
                throw Refusal.bad("usecases.decision.unknown", item.decision()).at(at + "decision");
            }
            ChooseUseCases.length(item.reason(), ChooseUseCases.REASON, at + "reason");
            known(item.asking(), functions, "usecases.function.unknown", at + "asking");
            known(item.accepting(), functions, "usecases.function.unknown", at + "accepting");
        });
    }

    private void own(ChooseUseCases.Draft draft) {
        if (draft.added().size() > Own.MOST) {
            throw Refusal.bad("usecases.own.many", Own.MOST).at("own");
        }
        Set<String> values = catalogue.values().stream().map(Value::id).collect(Collectors.toSet());
        Set<String> capabilities =
                catalogue.capabilities().stream().map(Capability::id).collect(Collectors.toSet());
        for (int i = 0; i < draft.own().size(); i++) {
            OwnItem one = draft.own().get(i);
            String at = "own[" + i + "].";
            if (!one.own().blank() && (one.id() == null || !Own.is(one.id()))) {
                throw Refusal.bad("usecases.unknown", String.valueOf(one.id())).at(at + "id");
            }
            ChooseUseCases.length(one.name(), NAME, at + "name");
            ChooseUseCases.length(one.sentence(), SENTENCE, at + "sentence");
            if (one.effort() != null && !List.of("S", "M", "L").contains(one.effort())) {
                throw Refusal.bad("usecases.own.effort", one.effort()).at(at + "effort");
            }
            one.values().forEach(id -> known(id, values, "usecases.own.value", at + "values"));
            one.capabilities().forEach(id -> known(id, capabilities, "usecases.own.capability", at + "capabilities"));
        }
    }

    private static void known(@Nullable String id, Set<String> known, String key, String field) {
        if (id != null && !known.contains(id)) {
            throw Refusal.bad(key, id).at(field);
        }
    }

    List<Missing> missing(ChooseUseCases.Draft draft, Leads leads) {
        List<Missing> missing = new ArrayList<>();
        boolean begins = false;
        for (Map.Entry<String, ChooseUseCases.Item> line : draft.lines().entrySet()) {
            begins |= ChooseUseCases.decision(line.getValue()) == Decision.NOW;
            line(line.getKey(), line.getValue(), leads, missing);
        }
        for (int i = 0; i < draft.own().size(); i++) {
            OwnItem one = draft.own().get(i);
            if (!one.own().blank() && ChooseUseCases.blank(one.name())) {
                missing.add(new Missing("own[" + i + "].name", "usecases.own.missing.name"));
            }
            if (!one.own().blank() && one.effort() == null) {
                missing.add(new Missing("own[" + i + "].effort", "usecases.own.missing.effort"));
            }
        }
        if (!begins) {
            missing.add(0, new Missing("useCases", "usecases.choose.missing.none"));
        }
        return missing;
    }

    private void line(String at, ChooseUseCases.Item item, Leads leads, List<Missing> missing) {
        Decision decision = ChooseUseCases.decision(item);
        if (decision != null && decision.needsReason() && ChooseUseCases.blank(item.reason())) {
            missing.add(new Missing(at + "reason", "usecases.choose.missing.reason." + decision.name()));
        }
        if (decision != Decision.NOW) {
            return;
        }
        if (item.asking() == null) {
            missing.add(new Missing(at + "asking", "usecases.choose.missing.asking"));
        }
        if (item.accepting() == null) {
            missing.add(new Missing(at + "accepting", "usecases.choose.missing.accepting"));
        } else if (leads.apply(item.accepting()).isEmpty()) {
            String name = catalogue.function(item.accepting()).name();
            missing.add(new Missing(at + "accepting", "usecases.choose.missing.lead", name));
        }
    }
}
