package org.waymark.process.door;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/** Every call the engine's own web interface has an answer to, read from its own classes. */
final class EngineRoutes {
    private static final int DEEPEST = 6;

    private final Set<String> found = new TreeSet<>();

    private EngineRoutes() {}

    static Set<String> all() {
        var routes = new EngineRoutes();
        routes.walk(NamedProcessEngineRestServiceImpl.class, "/api/engine", 0, true);
        routes.walk(BaseRootResource.class, "/api/cockpit", 0, true);
        routes.walk(SetupResource.class, "/api/admin", 0, true);
        routes.walk(UserAuthenticationResource.class, "/api/admin", 0, true);
        return routes.found;
    }

    private void walk(Class<?> type, String prefix, int depth, boolean root) {
        if (depth > DEEPEST) {
            return;
        }
        Path own = AnnotationUtils.findAnnotation(type, Path.class);
        // a resource that another one hands out is reached by the other one's path alone
        String base = root && own != null ? join(prefix, own.value()) : prefix;
        for (Method method : type.getMethods()) {
            Path path = AnnotationUtils.findAnnotation(method, Path.class);
            String here = path == null ? base : join(base, path.value());
            List<String> verbs = verbs(method);
            verbs.forEach(verb -> found.add(verb + " " + filled(here)));
            if (verbs.isEmpty() && path != null && method.getReturnType() != Object.class) {
                walk(method.getReturnType(), here, depth + 1, false);
            }
        }
    }

    private static List<String> verbs(Method method) {
        List<String> verbs = new ArrayList<>();
        for (Annotation one : annotations(method)) {
            HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(one.annotationType(), HttpMethod.class);
            if (verb != null) {
                verbs.add(verb.value());
            }
        }
        return verbs;
    }

    /** Also those on what the method comes from: the engine puts them on its interfaces. */
    private static List<Annotation> annotations(Method method) {
        List<Annotation> all = new ArrayList<>(List.of(method.getAnnotations()));
        for (Class<?> face : faces(method.getDeclaringClass())) {
            try {
                all.addAll(List.of(face.getMethod(method.getName(), method.getParameterTypes())
                        .getAnnotations()));
            } catch (NoSuchMethodException elsewhere) {
                continue; // another of them has it
            }
        }
        return all;
    }

    private static Set<Class<?>> faces(Class<?> type) {
        return org.springframework.util.ClassUtils.getAllInterfacesForClassAsSet(type);
    }

    private static String join(String before, String path) {
        String clean = path.startsWith("/") ? path : "/" + path;
        return clean.equals("/") ? before : before + clean;
    }

    private static String filled(String path) {
        return path.replaceAll("\\{(name|\\w*[eE]ngine\\w*)}", "default")
                .replaceAll("\\{[^}]+}", "x1")
                .replace("/process-definition/x1", "/process-definition/journey:1:x1")
                .replaceAll("(?<=.)/$", "");
    }
}
