package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;

/** The two published holes of the engine's last free release, tried the way their reports describe, against the house. */
class CveReplayTests extends House {

    private static final String PASSWORD = "Waymark-demo-2026";
    private static final String KEEPER = "waymark-keeper";
    private static final String READS_JAVA = "${''.getClass().forName('java.lang.System').getProperty('java.version')}";

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Test
    void noExpressionOfACallerIsEvaluatedWhicheverWayItComes() throws Exception {
        String filter = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        long before = filters.createFilterQuery().count();
        List<String> bodies = List.of(
                "{\"orQueries\":[{\"dueAfterExpression\":\"" + READS_JAVA + "\"}]}",
                "{\"orQueries\":[{\"nameLike\":\"%\",\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"candidateGroupInExpression\":\"" + READS_JAVA + "\"}]}",
                "{\"dueAfterExpression\":\"" + READS_JAVA + "\"}",
                "{\"extendingQuery\":{\"orQueries\":[{\"dueAfterExpression\":\"${1+1}\"}]}}");
        for (String body : bodies) {
            String stored = "{\"name\":\"Mine\",\"resourceType\":\"Task\",\"query\":" + body + ",\"properties\":{}}";
            for (Visitor visitor : List.of(new Visitor(port), signedIn("service"), signedIn("admin"))) {
                for (String[] call : new String[][] {
                    {"POST", "/task", body},
                    {"POST", "/task/count", body},
                    {"POST", "/filter/" + filter + "/list", body},
                    {"POST", "/filter/" + filter + "/count", body},
                    {"POST", "/filter/" + filter + "/singleResult", body},
                    {"POST", "/filter/create", stored},
                    {"PUT", "/filter/" + filter, stored},
                    {"POST", "/history/task", body},
                    {"GET", "/task?dueAfterExpression=%24%7B1%2B1%7D", ""}
                }) {
                    var answer = visitor.engine(call[0], call[1], call[2]);
                    assertThat(answer.statusCode())
                            .as("%s %s %s", (Object[]) call)
                            .isIn(400, 401, 403, 404);
                    assertThat(answer.body())
                            .doesNotContain(System.getProperty("java.version"))
                            .doesNotContain("Exception");
                }
            }
        }
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
    }

    @Test
    void theEngineItselfRefusesThemWhoeverAsksIt() {
        String filter = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        for (String expression : List.of(READS_JAVA, "${1+1}", "${jobs}", "${currentUser().length()}")) {
            assertRefused(() -> hidden(expression).list());
            assertRefused(() -> hidden(expression).count());
            assertRefused(() -> filters.list(filter, hidden(expression)));
            assertRefused(() -> filters.count(filter, hidden(expression)));
            assertRefused(() -> filters.singleResult(filter, hidden(expression)));
            assertRefused(
                    () -> filters.saveFilter(filters.newTaskFilter("Hidden").setQuery(hidden(expression))));
        }
    }

    @Test
    void nobodyMakesAnAdministratorEvenWhileTheEngineHasNone() throws Exception {
        setUpIsTried();
        identities.deleteMembership(KEEPER, "camunda-admin");
        try {
            setUpIsTried();
        } finally {
            identities.createMembership(KEEPER, "camunda-admin");
        }
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(user -> user.getId())
                .containsExactly(KEEPER);
    }

    private void setUpIsTried() throws Exception {
        for (Visitor visitor : List.of(new Visitor(port), signedIn("service"), signedIn("admin"))) {
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create/",
                    "/camunda/api/admin/setup//default/user/create",
                    "/camunda/api/admin/setup/default/user/create;x=1",
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/engine/../admin/setup/default/user/create")) {
                var answer = visitor.send(visitor.request(path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", visitor.engineToken())
                        .POST(HttpRequest.BodyPublishers.ofString("{\"profile\":{\"id\":\"evil\",\"firstName\":\"E\"},"
                                + "\"credentials\":{\"password\":\"four horses on a hill\"}}")));
                assertThat(answer.statusCode()).as(path).isIn(400, 401, 403, 404);
            }
        }
        assertThat(identities.createUserQuery().userId("evil").count()).isZero();
    }

    private TaskQuery hidden(String expression) {
        return tasks.createTaskQuery()
                .or()
                .taskNameLike("%")
                .taskAssigneeExpression(expression)
                .endOr();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked).hasMessageContaining("expression");
    }

    private Visitor signedIn(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, PASSWORD);
        return visitor;
    }
}
