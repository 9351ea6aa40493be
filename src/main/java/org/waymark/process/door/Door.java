package org.waymark.process.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may reach the engine's own web interface: exactly what Tasklist calls, for administrators also what
 * Cockpit reads, and nothing that steers a process.
 */
final class Door {
    static final int BODY_AT_MOST = 64 * 1024;

    /** What somebody asks of the engine; the path begins behind {@code /camunda}. */
    record Call(
            String method,
            String path,
            @Nullable String query,
            @Nullable String contentType,
            byte[] body) {}

    enum Kind {
        PASS,
        COMPLETE,
        CLAIM,
        UNCLAIM,
        SIGN_OUT,
        TASKLIST,
        REFUSE
    }

    /** The answer; a refusal has a status and a sentence, a pass the body to hand on. */
    record Answer(
            Kind kind,
            int status,
            String key,
            String task,
            @Nullable JsonNode body) {
        static Answer refuse(int status, String key) {
            return new Answer(Kind.REFUSE, status, key, "", null);
        }

        static Answer of(Kind kind, String task, @Nullable JsonNode body) {
            return new Answer(kind, 200, "", task, body);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    // a colon and an at sign may come encoded, nothing else may: an encoded slash or dot is a trick
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.~:@-]*)*");
    private static final Pattern FORBIDDEN_KEY =
            Pattern.compile("orqueries|extendingquery|.*expression", Pattern.CASE_INSENSITIVE);
    private static final Pattern TASK_ACT =
            Pattern.compile("/api/engine/engine/default/task/([A-Za-z0-9-]+)/(complete|submit-form|claim|unclaim)");

    Answer decide(Call call, boolean administrator) {
        String path = call.path().replaceAll("(?i)%3a", ":").replaceAll("%40", "@");
        if (!PATH.matcher(path).matches() || path.contains("//") || path.contains("/.")) {
            return Answer.refuse(400, "process.door.path");
        }
        if (path.isEmpty() || path.equals("/") || path.equals("/app") || path.equals("/app/")) {
            return Answer.of(Kind.TASKLIST, "", null);
        }
        if (namesForbidden(call.query())) {
            return Answer.refuse(400, "process.door.expression");
        }
        if (call.body().length > BODY_AT_MOST) {
            return Answer.refuse(413, "process.door.size");
        }
        if (call.method().equals("GET") && DoorRules.file(path, administrator)) {
            return Answer.of(Kind.PASS, "", null);
        }
        return path.startsWith("/api/") ? ofApi(call, path, administrator) : Answer.refuse(404, "process.door.closed");
    }

    private static Answer ofApi(Call call, String path, boolean administrator) {
        if (call.method().equals("POST") && path.equals("/api/admin/auth/user/default/logout")) {
            return Answer.of(Kind.SIGN_OUT, "", null);
        }
        var act = TASK_ACT.matcher(path);
        boolean onTask = call.method().equals("POST") && act.matches();
        if (!onTask && !DoorRules.open(call.method(), path, administrator)) {
            return Answer.refuse(DoorRules.known(path) ? 403 : 404, "process.door.closed");
        }
        JsonNode body;
        try {
            body = body(call);
        } catch (IOException notJson) {
            return Answer.refuse(400, "process.door.json");
        }
        if (body != null && names(body)) {
            return Answer.refuse(400, "process.door.expression");
        }
        return onTask ? ofTask(act.group(1), act.group(2), body) : Answer.of(Kind.PASS, "", body);
    }

    private static Answer ofTask(String task, String act, @Nullable JsonNode body) {
        if (body != null && !body.isObject()) {
            return Answer.refuse(400, "process.door.json");
        }
        return switch (act) {
            case "claim" -> Answer.of(Kind.CLAIM, task, body);
            case "unclaim" -> Answer.of(Kind.UNCLAIM, task, body);
            default ->
                carriesVariables(body)
                        ? Answer.refuse(400, "process.door.variables")
                        : Answer.of(Kind.COMPLETE, task, null);
        };
    }

    /** Anything but an absent or empty {@code variables} object may change what the process decides. */
    private static boolean carriesVariables(@Nullable JsonNode body) {
        if (body == null) {
            return false;
        }
        for (var field : body.properties()) {
            boolean harmless = field.getKey().equals("withVariablesInReturn")
                    || (field.getKey().equals("variables")
                            && (field.getValue().isNull()
                                    || (field.getValue().isObject()
                                            && field.getValue().isEmpty())));
            if (!harmless) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable JsonNode body(Call call) throws IOException {
        if (call.body().length == 0) {
            return null;
        }
        String type = call.contentType() == null ? "" : call.contentType().toLowerCase(Locale.ROOT);
        boolean json = type.replace(" ", "").matches("application/(hal\\+)?json(;charset=utf-8)?");
        if (call.method().equals("GET") || !json) {
            throw new IOException("a body that is not JSON");
        }
        try {
            return JSON.readTree(call.body());
        } catch (JsonProcessingException | StackOverflowError wrong) {
            throw new IOException("not understood");
        }
    }

    private static boolean names(JsonNode node) {
        if (node.isObject()) {
            for (var field : node.properties()) {
                if (FORBIDDEN_KEY.matcher(field.getKey()).matches() || names(field.getValue())) {
                    return true;
                }
            }
        } else if (node.isArray()) {
            for (var element : node) {
                if (names(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean namesForbidden(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return false;
        }
        for (String part : List.of(query.split("[&;]", -1))) {
            String name = part.contains("=") ? part.substring(0, part.indexOf('=')) : part;
            // an encoded name is only ever sent by somebody who wants it overlooked
            if (name.contains("%") || FORBIDDEN_KEY.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    static void write(OutputStream out, Object answer) throws IOException {
        JSON.writeValue(out, answer);
    }

    byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON cannot be written as JSON", e);
        }
    }
}
