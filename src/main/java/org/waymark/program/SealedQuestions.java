package org.waymark.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.process.HeadStart;
import org.waymark.process.WorkItem;
import org.waymark.stage.EarlyQuestions;

/** Early questions whose answers wait sealed until the stage opens; then the task that asks them begins with them. */
public abstract class SealedQuestions implements EarlyQuestions, HeadStart {

    private final EarlyAnswers given;
    private final String stage;
    private final String taskKey;

    protected SealedQuestions(EarlyAnswers given, String stage, String taskKey) {
        this.given = given;
        this.stage = stage;
        this.taskKey = taskKey;
    }

    /** Puts what this person said early into the draft their task begins with. */
    protected abstract void onto(WorkItem task, ObjectNode draft, Map<String, @Nullable Integer> early);

    @Override
    public String stage() {
        return stage;
    }

    @Override
    public Set<String> answered(String program) {
        return given.given(program, stage);
    }

    @Override
    public Map<String, @Nullable Integer> answers(String program, String person) {
        return given.of(program, stage, person);
    }

    @Override
    public void keep(String program, String person, Map<String, @Nullable Integer> answers) {
        given.keep(program, stage, person, answers);
    }

    @Override
    public boolean knows(String key) {
        return key.equals(taskKey);
    }

    /** What this person said early, and nobody else's; a task passed on begins without it. */
    @Override
    public @Nullable JsonNode of(WorkItem task, JsonNode begun) {
        Map<String, @Nullable Integer> early = answers(task.program(), Objects.requireNonNullElse(task.assignee(), ""));
        if (early.isEmpty() || !(begun instanceof ObjectNode draft)) {
            return null;
        }
        onto(task, draft, early);
        return draft;
    }
}
