package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.ledger.Entry;
import org.waymark.process.Visitor;
import org.waymark.process.WorkItem;

/** Every kind of task of the journey is attacked over HTTP on its way, and hands in only what its own person did. */
class TaskAttackTests extends House {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PASS =
            "{\"variables\":{\"outcome\":{\"value\":\"PASS\"},\"recycleTo\":{\"value\":\"values\"}}}";

    /** What the engine's own way would take from whoever may work on a task: method, path, body. */
    private static final List<String[]> STEERING = List.of(
            act(
                    "POST",
                    "/task/{task}/bpmnError",
                    "{\"errorCode\":\"x\",\"variables\":{\"outcome\":{\"value\":\"PASS\"}}}"),
            act("POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"x\"}"),
            act("POST", "/task/{task}/complete", PASS),
            act("POST", "/task/{task}/submit-form", PASS),
            act("PUT", "/task/{task}/variables/outcome", "{\"value\":\"PASS\"}"),
            act("POST", "/task/{task}/variables", "{\"modifications\":{\"outcome\":{\"value\":\"PASS\"}}}"),
            act("PUT", "/task/{task}/localVariables/outcome", "{\"value\":\"PASS\"}"),
            act("POST", "/task/{task}/assignee", "{\"userId\":\"hr\"}"),
            act("POST", "/task/{task}/delegate", "{\"userId\":\"hr\"}"),
            act("POST", "/task/{task}/resolve", "{}"),
            act("POST", "/task/{task}/claim", "{\"userId\":\"hr\"}"),
            act("POST", "/task/{task}/unclaim", "{}"),
            act("POST", "/task/{task}/identity-links", "{\"userId\":\"hr\",\"type\":\"candidate\"}"),
            act("PUT", "/task/{task}", "{\"assignee\":\"hr\"}"),
            act("DELETE", "/task/{task}", ""),
            act("POST", "/task", "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}"),
            act("GET", "/task?assigneeExpression=%24%7B1%7D", ""),
            act(
                    "POST",
                    "/filter/create",
                    "{\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{\"assigneeExpression\":\"${1}\"}}"),
            act("PUT", "/process-instance/{instance}/variables/outcome", "{\"value\":\"PASS\"}"),
            act("POST", "/process-instance/{instance}/modification", "{\"instructions\":[]}"),
            act("DELETE", "/process-instance/{instance}", ""),
            act("POST", "/execution/{instance}/signal", "{}"),
            act("POST", "/message", "{\"messageName\":\"contributions.Closed\",\"processInstanceId\":\"{instance}\"}"),
            act("POST", "/message", "{\"messageName\":\"sitting.Decided\",\"processInstanceId\":\"{instance}\"}"));

    @Autowired
    TaskService tasks;

    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Set<String> attacked = new HashSet<>();

    @Test
    void noKindOfTaskCanBeSteeredTakenOverOrHandedInUnready() throws Exception {
        String code = launch();
        Story asks = story(code).decides("values", question());
        Story usual = story(code);
        boolean asked = false;
        for (int step = 0; step < 300; step++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            WorkItem item = open.get(0);
            if (attacked.add(item.taskKey())) {
                attack(item);
            }
            boolean questions = item.taskKey().equals("decideGate") && !asked;
            hands.type(item, questions ? asks : usual);
            asked |= questions;
            handInOnce(item);
        }
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        assertThat(attacked).containsAll(drawn());
        assertThat(ledger.of(code))
                .filteredOn(entry -> entry.kind().equals("DECIDED"))
                .hasSize(8);
        assertThat(ledger.verify(code).whole()).isTrue();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode question() {
        var decision = decision("MORE_INFORMATION");
        decision.putArray("questions").addObject().put("to", "service").put("text", "Who counted the calls?");
        return decision;
    }

    private void attack(WorkItem item) throws Exception {
        String before = picture(item);
        String owner = String.valueOf(item.assignee());
        for (String person : List.of(owner, owner.equals("sales") ? "product" : "sales", "admin")) {
            for (String[] act : STEERING) {
                var answer = visitor(person).engine(act[0], fill(act[1], item), fill(act[2], item));
                refused(answer, item.taskKey() + ": " + act[0] + " " + act[1] + " by " + person, 400, 403, 404, 409);
            }
        }
        for (String stranger : List.of("hr", "admin", owner.equals("sales") ? "product" : "sales")) {
            othersWays(item, stranger);
        }
        nobodysWays(item);
        unready(item, owner);
        if (item.taskKey().equals("decideGate")) {
            // a vote before the task's own, and one by somebody who has none
            refused(vote(item, 1, owner), "first vote", 409);
            refused(vote(item, 1, "service"), "vote of a stakeholder", 403);
            refused(vote(item, 1, "hr"), "vote of a stranger", 403, 404);
        }
        assertThat(picture(item)).as(item.taskKey()).isEqualTo(before);
    }

    /** Somebody else's task: neither seen nor saved nor handed in nor passed on, whichever way is tried. */
    private void othersWays(WorkItem item, String stranger) throws Exception {
        Visitor visitor = visitor(stranger);
        String where = item.taskKey() + " by " + stranger;
        for (String act : List.of("complete", "submit-form")) {
            refused(visitor.engine("POST", "/task/" + item.task() + "/" + act, "{\"variables\":{}}"), where, 403);
        }
        String task = "/tasks/" + item.task();
        refused(visitor.get(task + "/work"), where, 403);
        refused(visitor.get("/api" + task), where, 403);
        refused(visitor.get("/my-work/" + item.task()), where, 403);
        refused(visitor.ours("PUT", task + "/work", FORM, "_version=0&reason=mine"), where, 403);
        refused(visitor.ours("POST", task + "/complete", FORM, ""), where, 403);
        refused(visitor.ours("POST", task + "/pass-on", FORM, "to=" + stranger), where, 403);
        refused(visitor.ours("PUT", "/api" + task + "/work", JSON, "{\"version\":0,\"work\":{}}"), where, 403);
        refused(visitor.ours("POST", "/api" + task + "/complete", JSON, ""), where, 403);
    }

    private void nobodysWays(WorkItem item) throws Exception {
        Visitor nobody = new Visitor(port);
        for (String way : List.of(
                "/tasks/" + item.task() + "/work",
                "/api/tasks/" + item.task(),
                "/camunda/api/engine/engine/default/task/" + item.task(),
                "/camunda/api/engine/engine/default/task/" + item.task() + "/deployed-form")) {
            assertThat(nobody.get(way).statusCode()).as(way).isEqualTo(401);
        }
        assertThat(nobody.get("/my-work/" + item.task()).statusCode()).isEqualTo(302);
        for (String act : List.of("complete", "submit-form", "bpmnError", "claim")) {
            assertThat(nobody.engine("POST", "/task/" + item.task() + "/" + act, "{}")
                            .statusCode())
                    .as(act)
                    .isIn(401, 403);
        }
    }

    private void unready(WorkItem item, String owner) throws Exception {
        if (work.open(item.task(), owner).missing().isEmpty()) {
            return;
        }
        Visitor visitor = visitor(owner);
        for (String act : List.of("complete", "submit-form")) {
            refused(
                    visitor.engine("POST", "/task/" + item.task() + "/" + act, "{\"variables\":{}}"),
                    item.taskKey() + " unready",
                    422);
        }
        refused(visitor.ours("POST", "/tasks/" + item.task() + "/complete", FORM, ""), item.taskKey(), 422);
        refused(visitor.ours("POST", "/api/tasks/" + item.task() + "/complete", JSON, PASS), item.taskKey(), 400);
    }

    /** Handed in the way Tasklist does; a second time changes nothing, and nobody else can repeat it. */
    private void handInOnce(WorkItem item) throws Exception {
        String owner = String.valueOf(item.assignee());
        String complete = "/task/" + item.task() + "/submit-form";
        assertThat(visitor(owner).engine("POST", complete, "{\"variables\":{}}").statusCode())
                .as(item.name())
                .isEqualTo(204);
        int entries = ledger.of(item.program()).size();
        assertThat(visitor(owner).engine("POST", complete, "{\"variables\":{}}").statusCode())
                .isEqualTo(204);
        refused(visitor("hr").engine("POST", complete, "{\"variables\":{}}"), item.taskKey() + " again", 403, 409);
        refused(
                visitor(owner).ours("PUT", "/tasks/" + item.task() + "/work", FORM, "_version=0&reason=again"),
                item.taskKey() + " after",
                409);
        assertThat(ledger.of(item.program())).as("nothing counted twice").hasSize(entries);
        assertThat(submissions(item)).isEqualTo(1);
        if (item.taskKey().equals("decideGate")) {
            refused(vote(item, 1, owner), "a vote after the decision", 409);
        }
    }

    private HttpResponse<String> vote(WorkItem item, int sitting, String person) throws Exception {
        String way = "/api/programs/" + item.program() + "/gates/" + item.stage() + "/sittings/" + sitting + "/vote";
        return visitor(person).ours("PUT", way, JSON, "{\"decision\":\"KILL\",\"reason\":\"No.\"}");
    }

    private long submissions(WorkItem item) {
        return ledger.of(item.program()).stream()
                .filter(entry -> entry.kind().equals("SUBMITTED"))
                .map(Entry::data)
                .filter(data -> data.contains(item.task()))
                .count();
    }

    /** Everything an attack could have moved: the open tasks and whose they are, every variable, the record. */
    private String picture(WorkItem item) {
        Map<String, String> all = new TreeMap<>();
        tasks.createTaskQuery()
                .processInstanceBusinessKey(item.program())
                .list()
                .forEach(task -> all.put(task.getId(), task.getTaskDefinitionKey() + task.getAssignee()));
        for (VariableInstance one : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(item.instance())
                .list()) {
            all.put(one.getId(), one.getName() + "=" + one.getValue());
        }
        return all + " " + ledger.of(item.program()).size();
    }

    private static Set<String> drawn() throws Exception {
        Set<String> ids = new TreeSet<>();
        Pattern task = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");
        try (Stream<Path> stages = Files.list(Path.of("processes/stages"))) {
            for (Path file : Stream.concat(stages, Stream.of(Path.of("processes/gate.bpmn")))
                    .toList()) {
                if (!file.endsWith("benefit.bpmn")) {
                    Matcher found = task.matcher(Files.readString(file));
                    while (found.find()) {
                        ids.add(found.group(1));
                    }
                }
            }
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(26);
        return ids;
    }

    private static void refused(HttpResponse<String> answer, String what, Integer... statuses) {
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isIn((Object[]) statuses);
        assertThat(answer.body()).as(what).doesNotContain("Exception").doesNotContain("org.");
    }

    private Visitor visitor(String person) throws Exception {
        Visitor known = visitors.get(person);
        if (known == null) {
            known = new Visitor(port);
            known.signIn(person, "Waymark-demo-2026");
            visitors.put(person, known);
        }
        return known;
    }

    private static String fill(String text, WorkItem item) {
        return text.replace("{task}", item.task()).replace("{instance}", item.instance());
    }

    private static String[] act(String... parts) {
        return parts;
    }
}
