package org.waymark.process.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTests {
    private static final String ENGINE = "/api/engine/engine/default";
    private static final String TASK = ENGINE + "/task/1bd7af70-e609-11f1-980d-02fc00000001";
    private final Door door = new Door();

    private Door.Answer ask(String method, String path, String body) {
        return ask(method, path, null, "application/json", body, false);
    }

    private Door.Answer ask(String method, String path, String query, String type, String body, boolean administrator) {
        return door.decide(
                new Door.Call(method, path, query, type, body.getBytes(StandardCharsets.UTF_8)), administrator);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/admin/auth/user/default",
        "GET, /api/engine/engine/",
        "GET, /api/engine/engine/default/filter",
        "OPTIONS, /api/engine/engine/default/filter",
        "GET, /api/engine/engine/default/filter/count",
        "POST, /api/engine/engine/default/filter/7affa61d-e607-11f1/list",
        "GET, /api/engine/engine/default/task",
        "GET, /api/engine/engine/default/task/1bd7af70",
        "GET, /api/engine/engine/default/task/1bd7af70/form",
        "GET, /api/engine/engine/default/task/1bd7af70/deployed-form",
        "GET, /api/engine/engine/default/task/1bd7af70/comment",
        "GET, /api/engine/engine/default/history/user-operation",
        "GET, /api/engine/engine/default/history/user-operation/count",
        "GET, /api/engine/engine/default/process-definition/journey:1:1bd7af70/xml",
        "GET, /api/engine/engine/default/process-definition/journey%3A1%3A1bd7af70/xml",
        "GET, /api/engine/engine/default/user/service/profile",
        "GET, /app/tasklist/default/",
        "GET, /app/tasklist/waymark/frame.js",
        "GET, /lib/deps.js",
        "GET, /api/tasklist/plugin/tasklistPlugins/static/app/plugin.js"
    })
    void letsThroughWhatTasklistCalls(String method, String path) {
        assertThat(ask(method, path, "").kind()).isEqualTo(Door.Kind.PASS);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/engine/engine/default/task/1bd7/bpmnError",
        "POST, /api/engine/engine/default/task/1bd7/bpmnEscalation",
        "POST, /api/engine/engine/default/task/1bd7/delegate",
        "POST, /api/engine/engine/default/task/1bd7/resolve",
        "POST, /api/engine/engine/default/task/1bd7/assignee",
        "POST, /api/engine/engine/default/task/1bd7/comment/create",
        "PUT, /api/engine/engine/default/task/1bd7",
        "DELETE, /api/engine/engine/default/task/1bd7",
        "POST, /api/engine/engine/default/task/create",
        "POST, /api/engine/engine/default/task",
        "PUT, /api/engine/engine/default/task/1bd7/variables/outcome",
        "PUT, /api/engine/engine/default/task/1bd7/localVariables/outcome",
        "POST, /api/engine/engine/default/task/1bd7/variables",
        "PUT, /api/engine/engine/default/process-instance/1bd7/variables/outcome",
        "POST, /api/engine/engine/default/process-instance/1bd7/modification",
        "POST, /api/engine/engine/default/process-instance/delete",
        "PUT, /api/engine/engine/default/process-instance/suspended",
        "DELETE, /api/engine/engine/default/process-instance/1bd7",
        "POST, /api/engine/engine/default/process-definition/key/journey/start",
        "POST, /api/engine/engine/default/process-definition/key/journey/submit-form",
        "POST, /api/engine/engine/default/modification/execute",
        "POST, /api/engine/engine/default/migration/execute",
        "POST, /api/engine/engine/default/deployment/create",
        "DELETE, /api/engine/engine/default/deployment/1bd7",
        "POST, /api/engine/engine/default/message",
        "POST, /api/engine/engine/default/signal",
        "POST, /api/engine/engine/default/execution/1bd7/messages/sitting.Decided/trigger",
        "POST, /api/engine/engine/default/history/cleanup",
        "DELETE, /api/engine/engine/default/history/process-instance/1bd7",
        "POST, /api/engine/engine/default/user/create",
        "PUT, /api/engine/engine/default/user/service/profile",
        "PUT, /api/engine/engine/default/user/service/credentials",
        "PUT, /api/engine/engine/default/group/camunda-admin/members/service",
        "POST, /api/engine/engine/default/authorization/create",
        "POST, /api/engine/engine/default/filter/create",
        "PUT, /api/engine/engine/default/filter/1bd7",
        "DELETE, /api/engine/engine/default/filter/1bd7",
        "POST, /api/engine/engine/default/decision-definition/key/gate-route/evaluate",
        "POST, /api/engine/engine/default/external-task/fetchAndLock",
        "POST, /api/engine/engine/default/condition",
        "POST, /api/admin/setup/default/user/create",
        "GET, /api/admin/setup/default/user/create",
        "POST, /api/admin/auth/user/default/login/tasklist",
        "POST, /api/admin/auth/user/default/login/admin",
        "GET, /app/admin/default/",
        "GET, /app/welcome/default/",
        "TRACE, /api/engine/engine/default/task",
        "HEAD, /api/engine/engine/default/task/1bd7/variables",
        "GET, /api/engine/engine/other/task",
        "GET, /api/engine/engine/default/task/1bd7/variables",
        "GET, /api/engine/engine/default/history/detail"
    })
    void isClosedForEverythingThatSteersAProcess(String method, String path) {
        for (boolean administrator : List.of(false, true)) {
            var answer = ask(method, path, null, "application/json", "", administrator);
            boolean reads = method.equals("GET") && path.contains("/engine/default/");
            boolean queries = path.endsWith("/default/task");
            if (!(administrator && (reads || (queries && method.equals("POST"))))) {
                assertThat(answer.kind()).as("%s %s", method, path).isEqualTo(Door.Kind.REFUSE);
                assertThat(answer.status()).isIn(403, 404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/engine/engine/default/task/1bd7/form;x=1",
                "/api//engine/engine/default/task",
                "/api/engine/engine/default/task/../task/1bd7/variables",
                "/api/engine/engine/default/task/./1bd7",
                "/api/engine/engine/default/%74ask",
                "/api/engine/engine/default/task/1bd7%2fvariables",
                "/api/engine/engine/default/task/1bd7%2Fform",
                "/api/engine/engine/default/task/%2e%2e/x",
                "/api/engine/engine/default/task/1bd7\\form",
                "/api/engine/engine/default/task/1bd7%00",
                "/api/engine/engine/default/t\u0430sk",
                "/API/engine/engine/default/task",
                "/api/ENGINE/engine/default/task",
                "/api/engine/engine/default/TASK",
                "/api/engine/engine/DEFAULT/task",
                "/app/Tasklist/default/"
            })
    void isNotFooledByHowAnAddressIsWritten(String path) {
        var answer = ask("GET", path, "");
        assertThat(answer.kind()).isEqualTo(Door.Kind.REFUSE);
        assertThat(answer.status()).isIn(400, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"nameExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[]}",
                "{\"ORQUERIES\":[]}",
                "{\"assigneeExpression\":\"${currentUser()}\"}",
                "{\"dueBeforeExpression\":\"${now()}\"}",
                "{\"a\":[{\"b\":{\"candidateGroupExpression\":\"x\"}}]}",
                "{\"extendingQuery\":{}}",
                "{\"a\":{\"extendingQuery\":{}}}",
                "{\"\\u006frQueries\":[]}",
                "[{\"taskNameExpression\":1}]"
            })
    void takesNoExpressionsAtAnyDepth(String body) {
        var answer = ask("POST", ENGINE + "/filter/7affa61d/list", body);
        assertThat(answer.kind()).isEqualTo(Door.Kind.REFUSE);
        assertThat(answer.status()).isEqualTo(400);
        for (boolean administrator : List.of(false, true)) {
            assertThat(ask("POST", ENGINE + "/task", null, "application/json", body, administrator)
                            .kind())
                    .isEqualTo(Door.Kind.REFUSE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=$%7B1%7D",
                "a=1&nameLikeExpression=x",
                "orQueries=x",
                "assignee%45xpression=x",
                "a=1;dueBeforeExpression=x"
            })
    void takesNoExpressionsInTheAddress(String query) {
        assertThat(ask("GET", ENGINE + "/task", query, null, "", false).status())
                .isEqualTo(400);
    }

    @Test
    void refusesATaskThatBringsVariables() {
        for (String act : List.of("complete", "submit-form")) {
            for (String body : List.of(
                    "{\"variables\":{\"outcome\":{\"value\":\"PASS\"}}}",
                    "{\"variables\":[]}",
                    "{\"variables\":\"x\"}",
                    "{\"localVariables\":{}}",
                    "{\"Variables\":{\"a\":{}}}",
                    "[]",
                    "{\"variables\":{},\"variables\":{\"a\":{}}}",
                    "{\"variables\":{}} {\"variables\":{\"a\":1}}",
                    "not json")) {
                var answer = ask("POST", TASK + "/" + act, body);
                assertThat(answer.kind()).as(body).isEqualTo(Door.Kind.REFUSE);
                assertThat(answer.status()).isEqualTo(400);
            }
            for (String body : List.of("", "{}", "{\"variables\":{}}", "{\"variables\":null}")) {
                var answer = ask("POST", TASK + "/" + act, body);
                assertThat(answer.kind()).as(body).isEqualTo(Door.Kind.COMPLETE);
                assertThat(answer.task()).isEqualTo("1bd7af70-e609-11f1-980d-02fc00000001");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "application/json;charset=utf-16",
                "application/xml"
            })
    void readsNothingButJson(String type) {
        assertThat(ask("POST", TASK + "/complete", null, type, "{}", false).status())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooMuchOrTooDeep() {
        assertThat(ask("POST", TASK + "/complete", " ".repeat(Door.BODY_AT_MOST + 1))
                        .status())
                .isEqualTo(413);
        assertThat(ask("POST", ENGINE + "/filter/1/list", "[".repeat(30_000)).status())
                .isEqualTo(400);
    }

    @Test
    void opensCockpitForAdministratorsOnlyAndOnlyToRead() {
        assertThat(ask("GET", "/app/cockpit/default/", "").kind()).isEqualTo(Door.Kind.REFUSE);
        assertThat(ask("GET", "/app/cockpit/default/", null, null, "", true).kind())
                .isEqualTo(Door.Kind.PASS);
        assertThat(ask("PUT", ENGINE + "/job/1bd7/retries", null, "application/json", "{\"retries\":1}", true)
                        .kind())
                .isEqualTo(Door.Kind.PASS);
        assertThat(ask("PUT", ENGINE + "/job/1bd7/retries", "{\"retries\":1}").kind())
                .isEqualTo(Door.Kind.REFUSE);
        assertThat(ask("PUT", ENGINE + "/job/1bd7/duedate", null, "application/json", "{}", true)
                        .kind())
                .isEqualTo(Door.Kind.REFUSE);
        assertThat(ask("POST", ENGINE + "/job/1bd7/execute", null, "application/json", "", true)
                        .kind())
                .isEqualTo(Door.Kind.REFUSE);
    }

    @Test
    void sendsTheBareAddressToTasklistAndSignsOut() {
        assertThat(ask("GET", "", "").kind()).isEqualTo(Door.Kind.TASKLIST);
        assertThat(ask("GET", "/app/", "").kind()).isEqualTo(Door.Kind.TASKLIST);
        assertThat(ask("POST", "/api/admin/auth/user/default/logout", "").kind())
                .isEqualTo(Door.Kind.SIGN_OUT);
    }
}
