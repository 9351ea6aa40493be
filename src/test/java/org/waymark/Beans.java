package org.waymark;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The beans that diagrams may name: {@code gateProcess} is the class GateProcess, {@code work} the engine room's Work. */
final class Beans {

    private final Map<String, Class<?>> byName = new HashMap<>();

    Beans(Path... classes) {
        Arrays.stream(classes).filter(Files::isDirectory).forEach(this::scan);
    }

    static Beans ofTheProduct() {
        return new Beans(Path.of("target/classes"));
    }

    private void scan(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('/', '.').replace('\\', '.'))
                    .filter(file -> file.endsWith("Process.class") || file.equals("org.waymark.process.Work.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String type) {
        try {
            Class<?> found = Class.forName(type, false, getClass().getClassLoader());
            String simple = found.getSimpleName();
            byName.put(Character.toLowerCase(simple.charAt(0)) + simple.substring(1), found);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What speaks against a call; nothing if a public method takes and gives what its place needs. */
    Stream<String> objections(Calls.Call call) {
        String said = call.in().owner() + " calls " + call.bean() + "." + call.method();
        Class<?> bean = byName.get(call.bean());
        if (bean == null) {
            return Stream.of(said + ", but there is no such bean");
        }
        if (!Modifier.isPublic(bean.getModifiers())) {
            return Stream.of(said + ", but its class is not public");
        }
        List<Method> methods = Arrays.stream(bean.getMethods())
                .filter(method -> method.getName().equals(call.method()))
                .filter(method -> method.getParameterCount() == call.arguments().size())
                .toList();
        if (methods.isEmpty()) {
            return Stream.of(said + ", but it has no public method taking "
                    + call.arguments().size());
        }
        Method method = methods.get(0);
        if (Arrays.stream(method.getParameterTypes()).anyMatch(type -> type != String.class)) {
            return Stream.of(said + ", which takes more than strings");
        }
        return fits(method.getReturnType(), call.in().place())
                ? Stream.empty()
                : Stream.of(said + ", which cannot stand there with a "
                        + method.getReturnType().getSimpleName());
    }

    private static boolean fits(Class<?> type, Calls.Place place) {
        return switch (place) {
            case COLLECTION -> Collection.class.isAssignableFrom(type);
            case CONDITION -> type == Boolean.class || type == boolean.class;
            case DATE -> type == Date.class;
            case PERSON, RESULT, OUTCOME -> type == String.class;
            case ACT -> type == void.class;
            case OTHER -> true;
        };
    }
}
