package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The work people do: open it, save what is typed, see what is missing, hand it in. */
@Service
public class Work {

    private final WorkItems items;
    private final Drafts drafts;
    private final Beginnings beginnings;
    private final Completion completion;
    private final IdentityService identity;
    private final Ledger ledger;
    private final Ownership ownership;
    private final Handovers handovers;
    private final Texts texts;
    private final ObjectProvider<TaskWork<?>> kinds;
    private volatile @Nullable Map<String, TaskWork<?>> byKey;

    Work(
            WorkItems items,
            Drafts drafts,
            Beginnings beginnings,
            Completion completion,
            @Lazy IdentityService identity,
            Ledger ledger,
            Ownership ownership,
            Handovers handovers,
            Texts texts,
            ObjectProvider<TaskWork<?>> kinds) {
        this.items = items;
        this.drafts = drafts;
        this.beginnings = beginnings;
        this.completion = completion;
        this.identity = identity;
        this.ledger = ledger;
        this.ownership = ownership;
        this.handovers = handovers;
        this.texts = texts;
        this.kinds = kinds;
    }

    /** A draft as its writer sees it. */
    public record Sheet(
            WorkItem task,
            long version,
            @Nullable OffsetDateTime saved,
            JsonNode work,
            Object draft,
            List<Missing> missing,
            View view,
            boolean passable,
            @Nullable FileShape fromFile) {}

    @Transactional(readOnly = true)
    public Sheet open(String task, String person) {
        return sheet(mine(task, person), person);
    }

    /** Keeps what was typed; what can never be right is refused and nothing is changed. */
    @Transactional
    public Sheet save(String task, String person, JsonNode tree, long version) {
        WorkItem item = mine(task, person);
        keep(kind(item), item, person, tree, version);
        return sheet(item, person);
    }

    /** A blank sheet with only what is typed now; nothing is kept, and neither a draft nor an old answer shows. */
    @Transactional(readOnly = true)
    public Sheet look(String task, String person, Map<String, ? extends List<String>> typed) {
        WorkItem item = mine(task, person);
        return blank(kind(item), item, DraftTree.of(typed));
    }

    private <D> Sheet blank(TaskWork<D> kind, WorkItem item, JsonNode tree) {
        D draft = drafts.read(tree, kind.type());
        kind.check(item, draft);
        List<Missing> missing = kind.missing(item, draft);
        return new Sheet(item, 0, null, drafts.tree(draft), draft, missing, kind.view(item, draft), false, null);
    }

    /** Hands in just what is typed on such a sheet, whatever stood in the draft before. */
    @Transactional
    public void handIn(String task, String person, Map<String, ? extends List<String>> typed) {
        save(
                task,
                person,
                DraftTree.of(typed),
                drafts.find(task, person).map(Drafts.Saved::version).orElse(0L));
        complete(task, person);
    }

    /** Holds a draft against the rules of its form without keeping it. */
    void check(WorkItem item, JsonNode tree) {
        check(kind(item), item, tree);
    }

    private <D> void check(TaskWork<D> kind, WorkItem item, JsonNode tree) {
        kind.check(item, drafts.read(tree, kind.type()));
    }

    private <D> void keep(TaskWork<D> kind, WorkItem item, String person, JsonNode tree, long version) {
        D draft = drafts.read(tree, kind.type());
        kind.check(item, draft);
        drafts.save(item.task(), person, draft, version);
    }

    /** Hands the work in and moves the program on; the same person may repeat it and hears the same answer. */
    public void complete(String task, String person) {
        completion.complete(task, person);
    }

    /** Hands the work in and, when wished, the whole stage for decision with it. */
    public void complete(String task, String person, boolean submit) {
        // whoever repeats it, or has not got the task, hears so from completing
        items.find(task)
                .filter(item -> item.isOpen() && person.equals(item.assignee()))
                .ifPresent(item -> handovers.wish(item, submit));
        complete(task, person);
    }

    /** Whether this person may, with this task, submit the whole stage for decision. */
    public boolean submittable(String task, String person) {
        return handovers.offered(mine(task, person));
    }

    /** Says, before completing, whether the stage shall be submitted for decision with it. */
    public void submitStage(String task, String person, boolean submit) {
        handovers.wish(mine(task, person), submit);
    }

    /**
     * The engine's listener on every user task: whoever calls the engine, by whichever way, only the assignee's own
     * complete draft becomes a submission, in the transaction that moves the token.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(String task) {
        Authentication acting = identity.getCurrentAuthentication();
        if (acting == null || acting.getUserId() == null) {
            throw Refusal.forbidden("work.nobody");
        }
        Handing known = completion.handed(task);
        Handing handing = known != null
                ? known
                : items.handing(task, acting.getUserId()).orElseThrow(() -> Refusal.missing("work.unknown"));
        WorkItem item = ownership.mine(handing.item(), acting.getUserId());
        TaskWork<?> kind = kind(item);
        String behalf = kind.onBehalfOf(item);
        handIn(kind, item, handing.draft());
        handovers.agreed(item);
        ledger.append(
                item.program(),
                "SUBMITTED",
                acting.getUserId(),
                behalf,
                item.taskKey(),
                Map.of("task", item.task(), "stage", item.stage()));
        drafts.delete(task);
        items.done(task, acting.getUserId());
    }

    private <D> void handIn(TaskWork<D> kind, WorkItem item, @Nullable String typed) {
        D draft = typed == null ? beginnings.of(kind, item) : drafts.read(typed, kind.type());
        kind.check(item, draft);
        List<Missing> missing = kind.missing(item, draft);
        if (!missing.isEmpty()) {
            String todo = missing.stream()
                    .limit(3)
                    .map(one -> texts.of(one.key(), one.args()))
                    .collect(Collectors.joining(" "));
            throw Refusal.invalid("work.incomplete", missing.size(), todo)
                    .at(missing.get(0).field());
        }
        kind.submit(item, draft);
    }

    /** The task and whose it is, when this person may do it in their place; empty otherwise. */
    Optional<StandingBy> standingBy(String task, String person) {
        return items.find(task)
                .filter(item -> item.isOpen() && !person.equals(item.assignee()))
                .flatMap(item -> Optional.ofNullable(kind(item).standsInFor(item, person))
                        .map(whose -> new StandingBy(item, whose)));
    }

    /** A task that waits for somebody, and their name. */
    record StandingBy(WorkItem task, String whose) {}

    /** What tells a task that is just being opened from the others of its kind. */
    String about(WorkItem opened) {
        return known(opened).map(kind -> kind.about(opened)).orElse("");
    }

    /** Who may take over a task that is just being opened. */
    Set<String> standIns(WorkItem opened) {
        return known(opened).map(kind -> kind.standIns(opened)).orElse(Set.of());
    }

    @Transactional
    public void standIn(String task, String person) {
        WorkItem item = items.find(task).orElseThrow(() -> Refusal.missing("work.unknown"));
        kind(item).standIn(item, person);
    }

    /** The task if it is open and this person's; otherwise the reason why not, in words. */
    WorkItem mine(String task, String person) {
        return ownership.mine(items.find(task).orElseThrow(() -> Refusal.missing("work.unknown")), person);
    }

    /** Why nothing is left to do with a task that is no longer open. */
    Refusal over(WorkItem item, String person) {
        return ownership.over(item, person);
    }

    private Sheet sheet(WorkItem item, String person) {
        return sheet(kind(item), item, person);
    }

    private <D> Sheet sheet(TaskWork<D> kind, WorkItem item, String person) {
        Drafts.Saved saved = drafts.find(item.task(), person).orElse(null);
        D draft = saved == null ? beginnings.of(kind, item) : drafts.read(saved.draft(), kind.type());
        return new Sheet(
                item,
                saved == null ? 0 : saved.version(),
                saved == null ? null : saved.saved(),
                drafts.tree(draft),
                draft,
                kind.missing(item, draft),
                kind.view(item, draft),
                kind.passable(item),
                kind.fromFile());
    }

    /** Whether what was typed goes along when the task changes hands. */
    boolean carriesDraft(WorkItem item) {
        return known(item).map(kind -> kind.carriesDraft(item)).orElse(false);
    }

    boolean passable(WorkItem item) {
        return kind(item).passable(item);
    }

    private TaskWork<?> kind(WorkItem item) {
        return known(item).orElseThrow(() -> new IllegalStateException("Nothing knows the task " + item.taskKey()));
    }

    private Optional<TaskWork<?>> known(WorkItem item) {
        Map<String, TaskWork<?>> known = byKey;
        if (known == null) {
            // not in the constructor: the models behind the kinds need the engine room themselves
            known = kinds.stream()
                    .collect(Collectors.toMap(
                            TaskWork::key, Function.identity(), (one, two) -> one, LinkedHashMap::new));
            byKey = known;
        }
        return Optional.ofNullable(known.get(item.taskKey()));
    }
}
