package org.waymark.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Asks a database whether what Waymark promises holds in it (fault/invariants.sql), with what its clients were told. */
final class Invariants {

    private static final Pattern QUESTION =
            Pattern.compile("^-- (I\\d+) .*\\n((?:(?!-- I\\d).*\\n)+)", Pattern.MULTILINE);
    private static final Map<String, String> QUESTIONS = read();

    private final JdbcClient jdbc;

    /** Lays beside the tables of Waymark, for this connection only, those that hold what the clients were told. */
    Invariants(Connection connection) {
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("create local temporary table fault_acknowledged (task varchar(64), person varchar(64))")
                .update();
        jdbc.sql("create local temporary table fault_asked (task varchar(64))").update();
        jdbc.sql("create local temporary table fault_load (program varchar(40))")
                .update();
    }

    /** What the clients of a load know: what was answered, what was left without an answer, for which programs. */
    record Told(List<Done> acknowledged, List<String> asked, List<String> programs) {

        static final Told NOTHING = new Told(List.of(), List.of(), List.of());
    }

    /** A task whose handing in was answered with success. */
    record Done(String task, String person) {}

    static List<String> names() {
        return List.copyOf(QUESTIONS.keySet());
    }

    /** What breaks each broken promise, by its number; empty when everything holds. The engine keeps local time. */
    Map<String, List<String>> broken(Told told, LocalDateTime now) {
        fill("fault_acknowledged", told.acknowledged().stream().map(done -> List.of(done.task(), done.person())));
        fill("fault_asked", told.asked().stream().map(List::of));
        fill("fault_load", told.programs().stream().map(List::of));
        Map<String, List<String>> broken = new LinkedHashMap<>();
        QUESTIONS.forEach((name, sql) -> {
            List<String> found =
                    jdbc.sql(sql).param("now", now).query(String.class).list();
            if (!found.isEmpty()) {
                broken.put(name, found);
            }
        });
        return broken;
    }

    private void fill(String table, Stream<List<String>> rows) {
        jdbc.sql("delete from " + table).update();
        rows.forEach(row -> jdbc.sql("insert into " + table + " values (" + (row.size() == 1 ? "?" : "?, ?") + ")")
                .params(row)
                .update());
    }

    private static Map<String, String> read() {
        String script;
        try (InputStream file = Objects.requireNonNull(Invariants.class.getResourceAsStream("/fault/invariants.sql"))) {
            script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
        Map<String, String> questions = new LinkedHashMap<>();
        for (Matcher one = QUESTION.matcher(script); one.find(); ) {
            questions.put(one.group(1), one.group(2).strip().replaceAll(";$", ""));
        }
        return questions;
    }
}
