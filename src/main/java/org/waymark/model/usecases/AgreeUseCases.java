package org.waymark.model.usecases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** A team that asks for a use case, or is asked to accept it, says yes, yes on a condition, or no with a reason. */
@Component
class AgreeUseCases implements TaskWork<AgreeUseCases.Draft> {

    record Draft(List<Item> agreements) {
        Draft(@Nullable List<Item> agreements) {
            this.agreements = agreements == null
                    ? List.of()
                    : agreements.stream().filter(Objects::nonNull).toList();
        }
    }

    record Item(
            @Nullable String id,
            @Nullable String answer,
            @Nullable String reason) {

        @Nullable
        Answer read() {
            return answer == null ? null : Answer.read(answer).orElse(null);
        }
    }

    private final UseCaseStore store;
    private final Signing signing;
    private final AgreeingView view;

    AgreeUseCases(UseCaseStore store, Signing signing, AgreeingView view) {
        this.store = store;
        this.signing = signing;
        this.view = view;
    }

    @Override
    public String key() {
        return "agreeUseCases";
    }

    @Override
    public Class<Draft> type() {
        return Draft.class;
    }

    @Override
    public Draft begin(WorkItem task) {
        Signing.Stand stand = signing.of(task);
        List<Agreement> last = store.lastAnswers(task.program());
        List<Item> items = new ArrayList<>();
        for (Choice choice : stand.choices()) {
            Signatures signatures = Signatures.of(choice, last);
            Item item = new Item(choice.useCase(), null, null);
            for (Side side : Side.values()) {
                Agreement before = signatures.of(side).orElse(null);
                if (before != null && stand.speaksFor(before.functionCode())) {
                    item = new Item(choice.useCase(), before.answer().name(), before.reason());
                }
            }
            items.add(item);
        }
        return new Draft(items);
    }

    @Override
    public void check(WorkItem task, Draft draft) {
        Set<String> mine = signing.of(task).ids();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.agreements().size(); i++) {
            Item item = draft.agreements().get(i);
            String at = "agreements[" + i + "].";
            if (item.id() == null || !mine.contains(item.id())) {
                throw Refusal.bad("usecases.agree.not-yours", String.valueOf(item.id()))
                        .at(at + "id");
            }
            if (!seen.add(item.id())) {
                throw Refusal.bad("usecases.twice", item.id()).at(at + "id");
            }
            if (item.answer() != null && item.read() == null) {
                throw Refusal.bad("usecases.answer.unknown", item.answer()).at(at + "answer");
            }
            ChooseUseCases.length(item.reason(), ChooseUseCases.REASON, at + "reason");
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, Draft draft) {
        Set<String> unanswered = signing.of(task).ids();
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < draft.agreements().size(); i++) {
            Item item = draft.agreements().get(i);
            unanswered.remove(item.id());
            Answer answer = item.read();
            if (answer == null) {
                missing.add(new Missing("agreements[" + i + "].answer", "usecases.agree.missing.answer"));
            } else if (answer.needsReason() && ChooseUseCases.blank(item.reason())) {
                missing.add(
                        new Missing("agreements[" + i + "].reason", "usecases.agree.missing.reason." + answer.name()));
            }
        }
        if (!unanswered.isEmpty()) {
            missing.add(new Missing("agreements", "usecases.agree.missing.some", unanswered.size()));
        }
        return missing;
    }

    @Override
    public void submit(WorkItem task, Draft draft) {
        Signing.Stand stand = signing.of(task);
        Map<String, Choice> mine = new LinkedHashMap<>();
        stand.choices().forEach(choice -> mine.put(choice.useCase(), choice));
        List<Agreement> given = new ArrayList<>();
        for (Item item : draft.agreements()) {
            Choice choice = mine.get(item.id());
            Answer answer = item.read();
            if (choice == null || answer == null) {
                continue;
            }
            for (Side side : Side.values()) {
                String function = choice.function(side);
                if (function != null && stand.speaksFor(function)) {
                    given.add(new Agreement(
                            choice.useCase(),
                            side,
                            function,
                            String.valueOf(task.assignee()),
                            answer,
                            ChooseUseCases.blank(item.reason()) ? null : item.reason()));
                }
            }
        }
        store.saveAgreements(task.program(), given);
    }

    @Override
    public View view(WorkItem task, Draft draft) {
        return view.of(task, draft, signing.of(task));
    }
}
