package org.waymark.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TimeSpent;
import org.waymark.process.Work;
import org.waymark.process.WorkItem;
import org.waymark.program.Minutes;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Fills in a task as its person would: first what they mean to say, then whatever the form still asks for. */
@Component
@Profile("demo")
class Hands {

    private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z0-9]+)|\\[([^]]+)]");
    private static final int PATIENCE = 12;

    private final Work work;
    private final TimeSpent time;
    private final Minutes minutes;
    private final Texts texts;

    Hands(Work work, TimeSpent time, Minutes minutes, Texts texts) {
        this.work = work;
        this.time = time;
        this.minutes = minutes;
        this.texts = texts;
    }

    /** What somebody writes into a form: into the whole draft first, then answers to single fields. */
    interface Answers {

        void begin(WorkItem task, ObjectNode draft);

        /** The answer to a field the form asks for, or null when there is none. */
        @org.jspecify.annotations.Nullable
        JsonNode answer(WorkItem task, String field, ObjectNode draft);
    }

    /** Types without handing in. */
    void type(WorkItem task, Answers answers) {
        String person = String.valueOf(task.assignee());
        Work.Sheet sheet = work.open(task.task(), person);
        ObjectNode draft = sheet.work().deepCopy();
        answers.begin(task, draft);
        sheet = work.save(task.task(), person, draft, sheet.version());
        for (int turn = 0; turn < PATIENCE && !sheet.missing().isEmpty(); turn++) {
            draft = sheet.work().deepCopy();
            boolean moved = false;
            for (Missing missing : sheet.missing()) {
                JsonNode answer = answers.answer(task, missing.field(), draft);
                if (answer != null) {
                    put(draft, missing.field(), answer);
                    moved = true;
                }
            }
            if (!moved) {
                break;
            }
            sheet = work.save(task.task(), person, draft, sheet.version());
        }
        if (!sheet.missing().isEmpty()) {
            Missing first = sheet.missing().get(0);
            throw new IllegalStateException(task.taskKey() + " of " + task.program() + " still asks for "
                    + first.field() + ": " + texts.of(first.key(), first.args()) + " in " + sheet.work());
        }
    }

    void handIn(WorkItem task, Answers answers) {
        type(task, answers);
        spend(task, String.valueOf(task.assignee()));
        try {
            work.complete(task.task(), String.valueOf(task.assignee()));
        } catch (Refusal refusal) {
            throw new IllegalStateException(task.name() + ": " + texts.of(refusal), refusal);
        }
    }

    /** Between two thirds and a bit more than what was promised, the same on every start. */
    private void spend(WorkItem task, String person) {
        Integer promised = minutes.promised(task.program()).get(task.taskKey());
        if (promised != null) {
            int percent = 65 + Math.floorMod((person + task.taskKey() + task.program()).hashCode(), 50);
            time.add(task.task(), person, Duration.ofSeconds(promised * 60L * percent / 100));
        }
    }

    static void put(ObjectNode root, String path, JsonNode answer) {
        Matcher step = STEP.matcher(path);
        JsonNode node = root;
        String name = "";
        boolean first = true;
        while (step.find()) {
            if (!first) {
                node = child(node, name);
            }
            name = step.group(1) != null ? step.group(1) : step.group(2);
            first = false;
        }
        if (node instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), answer);
        } else {
            ((ObjectNode) node).set(name, answer);
        }
    }

    private static JsonNode child(JsonNode node, String name) {
        if (node instanceof ArrayNode array) {
            int at = Integer.parseInt(name);
            while (array.size() <= at) {
                array.addObject();
            }
            return array.get(at);
        }
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            child = ((ObjectNode) node).putObject(name);
        }
        return child;
    }
}
