package org.waymark.demo;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** One verb at one address of the product, as Spring would answer it, with a body that says something. */
record Route(String verb, String pattern, String body) {

    String name() {
        return verb + " " + pattern;
    }

    /** Everything any controller of the product answers, by name. */
    static Map<String, Route> all(ApplicationContext house) {
        Map<String, Route> all = new TreeMap<>();
        for (RequestMappingInfoHandlerMapping mapping :
                house.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods()
                    .forEach((info, method) ->
                            of(info, method).forEach(route -> all.merge(route.name(), route, Route::both)));
        }
        return all;
    }

    private Route both(Route other) {
        return new Route(verb, pattern, body + "&" + other.body);
    }

    private static List<Route> of(RequestMappingInfo info, HandlerMethod method) {
        List<Route> routes = new ArrayList<>();
        List<String> verbs = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
        String body = body(info, method);
        for (String pattern : info.getPatternValues()) {
            for (String verb : verbs.isEmpty() ? List.of("ANY") : verbs) {
                routes.add(new Route(verb, pattern, body));
            }
        }
        return routes;
    }

    private static String body(RequestMappingInfo info, HandlerMethod method) {
        List<String> fields = new ArrayList<>();
        info.getParamsCondition().getExpressions().forEach(one -> fields.add(one.getName() + "=1"));
        for (Parameter parameter : method.getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null && asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                String name = asked.name() + asked.value();
                fields.add((name.isEmpty() ? parameter.getName() : name) + "=" + sample(parameter.getType()));
            }
        }
        return String.join("&", fields);
    }

    private static String sample(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "false";
        }
        if (type == java.time.LocalDate.class) {
            return "2020-01-01";
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        return type == String.class ? "x" : "999999";
    }

    /** The address with somebody's own program, stage and task in it, and numbers nothing has. */
    String address(String program, String task) {
        return pattern.replaceAll("\\{code(:[^}]*)?}", program)
                .replaceAll("\\{stage(:[^}]*)?}", "values")
                .replaceAll("\\{task(:[^}]*)?}", task)
                .replaceAll("\\{kind(:[^}]*)?}", "values")
                .replaceAll("\\{measure(:[^}]*)?}", "alignment")
                .replaceAll("\\{process(:[^}]*)?}", "journey")
                .replaceAll("\\{app:[^}]*]?[^}]*}", "tasklist")
                .replaceAll("\\{language:\\[a-z]\\{2}}", "en")
                .replaceAll("\\{number(:[^}]*)?}", "1")
                .replaceAll("\\{[^}]+}", "999999")
                .replace("/**", "/health");
    }
}
