package org.waymark.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** Stands before all resolvers and refuses every way from an expression into Java itself. */
class ExpressionGuard extends ELResolver {
    private static final Set<String> FORBIDDEN_NAMES =
            Set.of("class", "getClass", "forName", "classLoader", "getClassLoader", "module", "getModule");
    private static final Set<String> FORBIDDEN_PACKAGES = Set.of(
            "java.lang.reflect.",
            "java.lang.invoke.",
            "java.io.",
            "java.nio.",
            "java.net.",
            "javax.script.",
            "javax.naming.",
            "jdk.",
            "sun.",
            "org.springframework.",
            "org.camunda.bpm.engine.ProcessEngine",
            "org.camunda.bpm.engine.impl.cfg.");
    private static final Set<Class<?>> FORBIDDEN = Set.of(
            Class.class,
            ClassLoader.class,
            Module.class,
            ModuleLayer.class,
            Package.class,
            Process.class,
            ProcessBuilder.class,
            Runtime.class,
            System.class,
            Thread.class,
            ThreadGroup.class);

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] values) {
        check(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw new ProcessEngineException("an expression may not set anything");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        check(base, property);
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }

    private static void check(@Nullable Object base, @Nullable Object property) {
        if (base == null) {
            return;
        }
        for (var forbidden : FORBIDDEN) {
            if (forbidden.isInstance(base)) {
                throw refused();
            }
        }
        String type = base.getClass().getName();
        if (FORBIDDEN_PACKAGES.stream().anyMatch(type::startsWith)
                || FORBIDDEN_NAMES.contains(String.valueOf(property))) {
            throw refused();
        }
    }

    private static ProcessEngineException refused() {
        return new ProcessEngineException("this expression reaches for what no expression may reach");
    }
}
