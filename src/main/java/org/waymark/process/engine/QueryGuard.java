package org.waymark.process.engine;

import java.lang.reflect.Field;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses queries that bring expressions along, also inside an "or" where the engine itself does not look
 * (CVE-2026-109432), and filters stored by anybody but Waymark.
 */
class QueryGuard extends CommandInterceptor {
    /** What our own stored filters may ask. */
    static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private static final Field EXTENDING = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field SAVED = field(SaveFilterCmd.class, "filter");

    private final ProcessEngineConfigurationImpl engine;

    QueryGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof AbstractExecuteFilterCmd filtered) {
            if (ReflectionUtils.getField(EXTENDING, filtered) instanceof AbstractQuery<?, ?> extending) {
                check(extending);
            }
        } else if (command instanceof SaveFilterCmd save) {
            checkSaved(ReflectionUtils.getField(SAVED, save));
        }
        return next.execute(command);
    }

    private void checkSaved(@Nullable Object saved) {
        if (engine.getIdentityService().getCurrentAuthentication() != null) {
            throw new ProcessEngineException("filters are stored by the application only");
        }
        if (saved instanceof Filter filter && filter.getQuery() instanceof AbstractQuery<?, ?> query) {
            check(query);
        }
    }

    private static void check(AbstractQuery<?, ?> query) {
        refuse(query);
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(QueryGuard::refuse);
        }
    }

    private static void refuse(AbstractQuery<?, ?> query) {
        if (!HARMLESS.containsAll(query.getExpressions().values())) {
            throw new ProcessEngineException("this query brings an expression along");
        }
    }

    private static Field field(Class<?> owner, String name) {
        var field = ReflectionUtils.findField(owner, name);
        if (field == null) {
            throw new IllegalStateException("the engine's " + owner.getSimpleName() + " has changed");
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
