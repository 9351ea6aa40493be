package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.security.NewPerson;
import org.waymark.security.People;

/** What a signed-in stakeholder, an administrator and a stranger may try over HTTP, and hear. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:attacks;DB_CLOSE_DELAY=-1",
            "waymark.data=target/attacks",
            "waymark.first-administrator=false",
            "camunda.bpm.generate-unique-process-engine-name=false"
        })
class AttackTests {
    private static final String PASSWORD = "Waymark-demo-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    private String task = "";

    @BeforeEach
    void aTaskForService() {
        if (people.find("service").isEmpty()) {
            add("service", "MEMBER");
            add("sales", "MEMBER");
            add("root", "ADMINISTRATOR");
            var diagram = Bpmn.createExecutableProcess("stage-attack")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .userTask("attacked")
                    .name("Weigh the values")
                    .camundaAssignee("service")
                    .camundaTaskListenerExpression("complete", "${work.submit(task.id)}")
                    .endEvent()
                    .done();
            repository
                    .createDeployment()
                    .addModelInstance("attack.bpmn", diagram)
                    .deploy();
            runtime.startProcessInstanceByKey("stage-attack", "ATTACK");
        }
        task = tasks.createTaskQuery()
                .taskDefinitionKey("attacked")
                .singleResult()
                .getId();
    }

    private void add(String id, String role) {
        people.add(new NewPerson(id, "Somebody called " + id, null, role, "en", "UTC"), PASSWORD, false);
    }

    private Visitor signedIn(String person) throws Exception {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(person, PASSWORD).headers().firstValue("Location"))
                .get()
                .asString()
                .doesNotContain("wrong");
        return visitor;
    }

    private void untouched() {
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /task/{task}/bpmnError | {\"errorCode\":\"x\",\"variables\":{\"outcome\":{\"value\":\"PASS\"}}}",
                "POST | /task/{task}/bpmnEscalation | {\"escalationCode\":\"x\"}",
                "POST | /task/{task}/complete | {\"variables\":{\"outcome\":{\"value\":\"PASS\"}}}",
                "POST | /task/{task}/submit-form | {\"variables\":{\"outcome\":{\"value\":\"PASS\"}}}",
                "PUT | /task/{task}/variables/outcome | {\"value\":\"PASS\"}",
                "POST | /task/{task}/assignee | {\"userId\":\"sales\"}",
                "POST | /task/{task}/delegate | {\"userId\":\"sales\"}",
                "POST | /task/{task}/claim | {\"userId\":\"sales\"}",
                "POST | /task/{task}/unclaim | {}",
                "POST | /task | {\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}",
                "POST | /filter/create | {\"name\":\"x\",\"resourceType\":\"Task\",\"query\":{\"assigneeExpression\":\"${1}\"}}",
                "GET | /task?assigneeExpression=%24%7B1%7D | ''",
                "POST | /process-definition/key/journey/start | {}",
                "POST | /message | {\"messageName\":\"program.Stopped\"}",
                "POST | /deployment/create | {}",
                "POST | /modification/execute | {}",
                "POST | /migration/execute | {}",
                "POST | /user/create | {}",
                "DELETE | /task/{task} | ''"
            })
    void aStakeholderCannotSteer(String method, String path, String body) throws Exception {
        for (String person : List.of("service", "root")) {
            var answer = signedIn(person).engine(method, path.replace("{task}", task), body);
            assertThat(answer.statusCode())
                    .as("%s %s as %s", method, path, person)
                    .isIn(400, 403, 404, 409);
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.");
        }
        untouched();
    }

    @Test
    void nobodyCompletesAnothersTaskNorAnUnreadyOne() throws Exception {
        for (String person : List.of("sales", "root", "service")) {
            for (String act : List.of("complete", "submit-form")) {
                var answer = signedIn(person).engine("POST", "/task/" + task + "/" + act, "{\"variables\":{}}");
                assertThat(answer.statusCode()).as("%s by %s", act, person).isBetween(400, 503);
                assertThat(answer.body())
                        .contains("\"Refusal\"")
                        .doesNotContain("Exception")
                        .doesNotContain("org.");
            }
        }
        untouched();
    }

    @Test
    void aForgedRequestIsRefusedAndCostsNobodyTheirSession() throws Exception {
        var service = signedIn("service");
        var forged = service.send(service.request("/camunda/api/engine/engine/default/task/" + task + "/complete")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", "guessed")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(service.form("/account", "language=de&zone=UTC").statusCode())
                .isEqualTo(403);
        assertThat(service.get("/account").statusCode()).isEqualTo(200);
        untouched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/engine/engine/",
                "/api/people",
                "/api/programs",
                "/tasks/1/work",
                "/vote/guess",
                "/vote/room/guess",
                "/vote/room/guess/more",
                "/workshops/1/door",
                "/programs/ATLAS/voting",
                "/programs/ATLAS/early/maturity",
                "/engine-rest/task",
                "/engine-rest",
                "/h2-console",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/actuator/metrics",
                "/people",
                "/account",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/"
            })
    void aStrangerSeesNothing(String path) throws Exception {
        var answer = new Visitor(port).get(path);
        assertThat(answer.statusCode()).isIn(302, 401, 404);
        if (path.startsWith("/api/") || path.startsWith("/tasks/") || path.startsWith("/camunda/api/")) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .contains("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        }
        answer.headers()
                .firstValue("Location")
                .ifPresent(location -> assertThat(location).endsWith("/sign-in"));
    }

    @Test
    void theSetUpPageMakesNoAdministrators() throws Exception {
        for (var visitor : List.of(new Visitor(port), signedIn("service"), signedIn("root"))) {
            var answer = visitor.send(visitor.request("/camunda/api/admin/setup/default/user/create")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"x\"}}")));
            assertThat(answer.statusCode()).isIn(401, 403, 404);
        }
        assertThat(identities.createUserQuery().userId("evil").count()).isZero();
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(user -> user.getId())
                .containsExactly("waymark-keeper");
        var wrong = new Visitor(port).signIn("waymark-keeper", "anything at all");
        assertThat(wrong.headers().firstValue("Location")).get().asString().contains("?wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task;x=1/1",
                "/camunda//api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/%2e%2e/task",
                "/camunda/API/engine/engine/default/task",
                "/CAMUNDA/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task%2f1",
                "/camunda/api/engine/engine/default/%74ask",
                "/x/../camunda/api/engine/engine/default/deployment"
            })
    void tricksWithTheAddressOpenNothing(String path) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            // raw, because a well-behaved client would tidy the address up
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).containsPattern("^HTTP/1.1 (302|400|401|403|404)");
        }
    }

    @Test
    void scriptsSignInWithEveryCallAndGetsNoSession() throws Exception {
        var script = new Visitor(port);
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("root:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = script.send(
                script.request("/api/people").header("Authorization", basic).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"service\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var added = script.send(script.request("/api/people")
                .header("Authorization", basic)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"cem\",\"name\":\"Cem\",\"role\":\"MEMBER\"}")));
        assertThat(added.statusCode()).isEqualTo(201);
        String wrong =
                "Basic " + Base64.getEncoder().encodeToString("root:wrong-password".getBytes(StandardCharsets.UTF_8));
        assertThat(new Visitor(port)
                        .send(script.request("/api/people")
                                .header("Authorization", wrong)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(signedIn("service").get("/api/people").statusCode()).isEqualTo(403);
        assertThat(signedIn("service").get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverIsClosedOutIsOutWithTheNextClick() throws Exception {
        add("leaver", "MEMBER");
        var leaver = signedIn("leaver");
        assertThat(leaver.get("/account").statusCode()).isEqualTo(200);
        people.activate("leaver", false, "root");
        assertThat(leaver.get("/account").statusCode()).isEqualTo(302);
        assertThat(leaver.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(port).signIn("leaver", PASSWORD).headers().firstValue("Location"))
                .get()
                .asString()
                .contains("?wrong");
    }

    @Test
    void aPasswordForOneUseOpensNothingButItsChange() throws Exception {
        String password = people.add(new NewPerson("newcomer", "Newcomer", null, "MEMBER", "en", "UTC"));
        var newcomer = new Visitor(port);
        newcomer.signIn("newcomer", password);
        assertThat(newcomer.get("/account").headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/account/password");
        assertThat(newcomer.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(403);
        String fields =
                "&old=" + Visitor.encoded(password) + "&password=four+horses+on+a+hill&again=four+horses+on+a+hill";
        var changed = newcomer.form(
                "/account/password", "_csrf=" + Visitor.encoded(newcomer.token("/account/password")) + fields);
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(newcomer.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void ourPagesCarryAStrictPolicyAndTheirCookiesAreClosed() throws Exception {
        var visitor = new Visitor(port);
        var page = visitor.get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(page.body()).doesNotContain(PASSWORD);
    }

    @Test
    void signingOutOfTasklistSignsOutOfEverything() throws Exception {
        var service = signedIn("service");
        assertThat(service.get("/account").statusCode()).isEqualTo(200);
        var out = service.send(service.request("/camunda/api/admin/auth/user/default/logout")
                .header("X-XSRF-TOKEN", service.engineToken())
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(service.get("/account").statusCode()).isEqualTo(302);
    }
}
