package org.waymark.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Closes in the engine itself what would otherwise let somebody past a gate. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineHardening extends AbstractProcessEnginePlugin {
    /** Sign-in names as people have them: the engine's own rule allows neither dots nor hyphens. */
    static final String IDS = "[a-z0-9][a-z0-9._@-]{0,63}";

    private final ApplicationContext context;

    EngineHardening(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        // otherwise an error thrown at a user task ends it without its complete listener
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        // our stored filters need ${currentUser()}; only the application stores filters, see QueryGuard
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDefaultSerializationFormat("application/json");
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setPasswordEncryptor(new Bcrypt());
        // wrong passwords make the next attempt wait up to a minute, but nobody can lock a sponsor out for good
        engine.setLoginMaxAttempts(1_000_000);
        engine.setWebappsAuthenticationLoggingEnabled(true);
        engine.setExpressionManager(new GuardedExpressions(context));
        engine.setCustomPreCommandInterceptorsTxRequired(
                withGuard(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                withGuard(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> withGuard(
            ProcessEngineConfigurationImpl engine, @Nullable List<CommandInterceptor> others) {
        var all = new ArrayList<CommandInterceptor>();
        all.add(new QueryGuard(engine));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
