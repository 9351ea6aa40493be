package org.waymark.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;

/** The guards of {@link EngineHardening} in an engine of their own, without the rest of the house. */
class ExpressionGuardTests {
    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("guards");
        configuration.setJdbcUrl("jdbc:h2:mem:guards;DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setHistoryTimeToLive("P1D");
        configuration.getProcessEnginePlugins().add(new EngineHardening(new StaticApplicationContext()));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static TaskService tasks() {
        return engine.getTaskService();
    }

    private static FilterService filters() {
        return engine.getFilterService();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${[].class.forName('java.lang.Runtime').getRuntime().exec('id')}",
                "${1+1}",
                "${currentUser().concat('x')}"
            })
    void noQueryBringsAnExpressionAlongNotEvenInsideAnOr(String expression) {
        assertThatThrownBy(() -> tasks().createTaskQuery()
                        .or()
                        .taskNameLike("x")
                        .taskAssigneeExpression(expression)
                        .endOr()
                        .list())
                .hasMessageContaining("expression");
        assertThatThrownBy(() -> tasks().createTaskQuery()
                        .taskAssigneeExpression(expression)
                        .list())
                .isInstanceOf(Exception.class);
    }

    @Test
    void noFilterIsExtendedByAnExpression() {
        Filter filter = filters().newTaskFilter("Mine").setQuery(tasks().createTaskQuery());
        filters().saveFilter(filter);
        assertThatThrownBy(() -> filters()
                        .list(
                                filter.getId(),
                                tasks().createTaskQuery()
                                        .or()
                                        .taskAssigneeExpression("${1+1}")
                                        .endOr()))
                .isInstanceOf(Exception.class);
        filters().deleteFilter(filter.getId());
    }

    @Test
    void nobodyButWaymarkStoresFilters() {
        engine.getIdentityService().setAuthenticatedUserId("service");
        try {
            assertThatThrownBy(() ->
                            filters().saveFilter(filters().newTaskFilter("Mine").setQuery(tasks().createTaskQuery())))
                    .isInstanceOf(Exception.class);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        assertThatThrownBy(() -> filters()
                        .saveFilter(filters()
                                .newTaskFilter("Bad")
                                .setQuery(tasks().createTaskQuery().taskAssigneeExpression("${1+1}"))))
                .hasMessageContaining("expression");
    }

    @Test
    void ourOwnFiltersWork() {
        Filter filter = filters()
                .newTaskFilter("Mine")
                .setQuery(tasks().createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .dueBeforeExpression("${now()}"));
        filters().saveFilter(filter);
        var grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId("service");
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter.getId());
        grant.addPermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(grant);
        engine.getIdentityService().setAuthenticatedUserId("service");
        try {
            assertThat(filters().list(filter.getId())).isEmpty();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        filters().deleteFilter(filter.getId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${word.getClass()}",
                "${word.class}",
                "${word['class']}",
                "${word.class.forName('java.lang.Runtime')}",
                "${word.getClass().getClassLoader()}",
                "${word.bytes.class}"
            })
    void noExpressionInADiagramReachesIntoJava(String expression) {
        var diagram = org.camunda.bpm.model.bpmn.Bpmn.createExecutableProcess("try")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .endEvent()
                .done();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("try.bpmn", diagram)
                .deploy();
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("try", Map.of("word", "hello")))
                .hasStackTraceContaining("reaches for");
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    @Test
    void ordinaryExpressionsInADiagramWork() {
        var diagram = org.camunda.bpm.model.bpmn.Bpmn.createExecutableProcess("fine")
                .startEvent()
                .serviceTask()
                .camundaExpression("${word.length()}")
                .camundaResultVariable("length")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("fine.bpmn", diagram)
                .deploy();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceByKey("fine")
                        .setVariable("word", "hello")
                        .executeWithVariablesInReturn()
                        .getVariables()
                        .get("length"))
                .isEqualTo(5);
    }

    @Test
    void keepsPasswordsAsBcryptOfAnyLengthAndSlowsGuessing() {
        var identities = engine.getIdentityService();
        var user = identities.newUser("anna.schmidt");
        String password = "ä".repeat(90);
        user.setPassword(password);
        identities.saveUser(user);
        assertThat(identities.checkPassword("anna.schmidt", password)).isTrue();
        assertThat(identities.checkPassword("anna.schmidt", "ä".repeat(89))).isFalse();
        assertThat(identities.checkPassword("anna.schmidt", password))
                .as("even the right password waits after a wrong one")
                .isFalse();
    }
}
