package org.waymark.program;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The round of contributions of an open stage: how many answered, and the manager's act of closing it. */
@Service
public class Contributions {

    /** Below this share of answers, closing a round needs a reason (dcfts.md 4.3, gate 1). */
    static final int MINIMUM_PERCENT = 80;

    private final Programs programs;
    private final WorkItems items;
    private final Workflow workflow;
    private final Team team;
    private final Ledger ledger;
    private final Stages stages;

    Contributions(Programs programs, WorkItems items, Workflow workflow, Team team, Ledger ledger, Stages stages) {
        this.programs = programs;
        this.items = items;
        this.workflow = workflow;
        this.team = team;
        this.ledger = ledger;
        this.stages = stages;
    }

    /** An open round: which task, how many were asked, who has answered and who has not. */
    public record Round(
            String program,
            String stage,
            String taskKey,
            String instance,
            List<String> answered,
            List<String> waiting) {

        public int asked() {
            return answered.size() + waiting.size();
        }

        public boolean enough() {
            return answered.size() * 100 >= asked() * MINIMUM_PERCENT;
        }
    }

    /** The open round of a stage, if people are being asked at the moment. */
    public @Nullable Round open(String program, String stage) {
        String contribution = stages.exists(stage) ? stages.of(stage).contribution() : "";
        for (WorkItem item : items.open(program)) {
            if (item.stage().equals(stage) && item.taskKey().equals(contribution)) {
                List<WorkItem> all = items.all(program, item.taskKey(), item.instance());
                return new Round(
                        program, stage, item.taskKey(), item.instance(), people(all, "DONE"), people(all, "OPEN"));
            }
        }
        return null;
    }

    /** Closes the round; for a blind round this is the reveal. Who did not answer is recorded as such. */
    @Transactional
    public void close(String program, String stage, @Nullable String reason, String by) {
        team.mustRun(program, by);
        programs.stage(program, stage);
        Round round = open(program, stage);
        if (round == null) {
            throw Refusal.conflict("program.nothing-open");
        }
        if (round.answered().isEmpty()) {
            throw Refusal.invalid("program.nobody-answered");
        }
        String why = Objects.requireNonNullElse(reason, "").strip();
        if (!round.enough() && why.isEmpty()) {
            throw Refusal.invalid("program.close-reason", round.answered().size(), round.asked(), MINIMUM_PERCENT)
                    .at("reason");
        }
        if (why.length() > 2000) {
            throw Refusal.bad("program.too-long", 2000).at("reason");
        }
        ledger.append(
                program,
                "CLOSED",
                by,
                null,
                round.taskKey(),
                Map.of(
                        "asked", round.asked(),
                        "answered", round.answered().size(),
                        "didNotAnswer", round.waiting(),
                        "reason", why));
        workflow.closeContributions(round.instance());
    }

    private static List<String> people(List<WorkItem> all, String state) {
        return all.stream()
                .filter(item -> item.state().equals(state))
                .map(item ->
                        Objects.requireNonNullElse(item.endedBy(), Objects.requireNonNullElse(item.assignee(), "")))
                .filter(person -> !person.isEmpty())
                .toList();
    }
}
