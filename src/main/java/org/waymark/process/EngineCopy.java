package org.waymark.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Sha256;

/**
 * Where a program stands in its diagrams, taken out of the engine and put into one: the same steps wait, the same tasks
 * are open for the same people until the same days, the same timers run. No step is run for it, so nothing happens twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EngineCopy {

    private static final List<String> DEFINITION = List.of("proc_def_id_", "process_def_id_");
    private static final List<String> PEOPLE = List.of("assignee_", "owner_", "user_id_", "start_user_id_");
    /** Traces of one installation's own trouble and haste, which the next one does not share. */
    private static final List<String> FORGOTTEN = List.of(
            "deployment_id_",
            "lock_owner_",
            "lock_exp_time_",
            "exception_stack_id_",
            "exception_msg_",
            "last_failure_log_id_");

    private static final String EVERYBODY = "*";
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final TableRows rows;
    // a deployed diagram never changes
    private final Map<String, String> prints = new ConcurrentHashMap<>();

    EngineCopy(JdbcClient jdbc, TableRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The engine's rows of one program by table, and the diagrams these need with the fingerprint of each. */
    public record Taken(Map<String, List<Map<String, @Nullable Object>>> tables, Map<String, String> diagrams) {}

    /** What the rows call things, and what they are called from now on. */
    public record Naming(
            String program, UnaryOperator<String> ids, UnaryOperator<String> people, UnaryOperator<String> tasks) {}

    private record Diagram(String id, String key, String deployment, String sha256) {}

    /** The engine's tables whose rows a program takes along. */
    public static Set<String> tables() {
        return EngineTables.COPIED.keySet();
    }

    /** The engine's tables that stay, and why. */
    public static Map<String, String> left() {
        return EngineTables.LEFT;
    }

    /** The columns in which the engine names people. */
    public static List<String> people() {
        return PEOPLE;
    }

    /** Everything the engine keeps about a program, running or over. */
    public Taken take(String program) {
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("roots", texts("""
                        select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?
                        union select root_proc_inst_id_ from act_ru_execution where business_key_ = ?
                        """, program, program));
        of.put(
                "instances",
                rows
                        .read(
                                "select distinct proc_inst_id_ from act_ru_execution where root_proc_inst_id_"
                                        + " in (:roots)",
                                of)
                        .stream()
                        .map(row -> String.valueOf(row.get("proc_inst_id_")))
                        .toList());
        of.put(
                "tasks",
                rows.read("select id_ from act_ru_task where proc_inst_id_ in (:instances)", of).stream()
                        .map(row -> String.valueOf(row.get("id_")))
                        .toList());
        Map<String, Diagram> diagrams = new LinkedHashMap<>();
        diagrams().forEach(one -> diagrams.put(one.id(), one));
        Map<String, String> steps = steps();
        Map<String, String> needed = new TreeMap<>();
        Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
        for (String table : EngineTables.COPIED.keySet()) {
            List<Map<String, @Nullable Object>> all = rows.read(EngineTables.select(table), of);
            all.forEach(row -> neutral(table, row, diagrams, steps, needed));
            tables.put(table, all);
        }
        return new Taken(tables, needed);
    }

    private static void neutral(
            String table,
            Map<String, @Nullable Object> row,
            Map<String, Diagram> diagrams,
            Map<String, String> steps,
            Map<String, String> needed) {
        for (String column : DEFINITION) {
            if (row.get(column) instanceof String id) {
                Diagram diagram = Objects.requireNonNull(diagrams.get(id));
                row.put(column, diagram.key());
                if (table.startsWith("act_ru_")) {
                    needed.put(diagram.key(), diagram.sha256());
                }
            }
        }
        if (row.get("job_def_id_") instanceof String id) {
            String step = Objects.requireNonNull(steps.get(id));
            row.put("job_def_id_", step.substring(step.indexOf('|')));
        }
        row.replaceAll((column, cell) -> FORGOTTEN.contains(column) ? null : cell);
        if (row.get("retries_") instanceof Number left && left.intValue() <= 0) {
            row.put("retries_", TRIES);
        }
    }

    /** Which of these diagrams this installation does not have exactly as they are. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Set<String> unknown(Map<String, String> needed) {
        Set<String> unknown = new TreeSet<>(needed.keySet());
        diagrams().stream()
                .filter(one -> one.sha256().equals(needed.get(one.key())))
                .forEach(one -> unknown.remove(one.key()));
        return unknown;
    }

    /** Puts a program where it stood; every identity in the rows is new, so that nothing here can be meant by them. */
    public void put(Taken taken, Naming naming) {
        Map<String, Diagram> exact = new LinkedHashMap<>();
        Map<String, Diagram> newest = new LinkedHashMap<>();
        for (Diagram one : diagrams()) {
            newest.put(one.key(), one);
            if (one.sha256().equals(taken.diagrams().get(one.key()))) {
                exact.put(one.key(), one);
            }
        }
        Map<String, String> steps = new LinkedHashMap<>();
        steps().forEach((id, step) -> steps.put(step, id));
        Set<@Nullable Object> tasks = new HashSet<>();
        taken.tables().getOrDefault("act_ru_task", List.of()).forEach(row -> tasks.add(row.get("id_")));
        for (String table : EngineTables.COPIED.keySet()) {
            List<Map<String, @Nullable Object>> own = new ArrayList<>();
            for (Map<String, @Nullable Object> row : taken.tables().getOrDefault(table, List.of())) {
                allowed(table, row, tasks);
                Map<String, Diagram> diagrams = table.startsWith("act_ru_") ? exact : newest;
                own.add(ours(row, naming, diagrams, steps));
            }
            rows.write(table, table.equals("act_ru_execution") ? parentsFirst(own) : own);
        }
    }

    private static void allowed(String table, Map<String, @Nullable Object> row, Set<@Nullable Object> tasks) {
        boolean allowed = switch (table) {
            case "act_ru_variable" -> EngineTables.PLAIN.contains(String.valueOf(row.get("type_")));
            case "act_hi_varinst" -> EngineTables.PLAIN.contains(String.valueOf(row.get("var_type_")));
            case "act_ru_job" -> EngineTables.STEPS.contains(String.valueOf(row.get("handler_type_")));
            case "act_ru_authorization" ->
                EngineTables.TASK.equals(String.valueOf(row.get("resource_type_")))
                        && EngineTables.GRANT.equals(String.valueOf(row.get("type_")))
                        && tasks.contains(row.get("resource_id_"))
                        && row.get("group_id_") == null
                        && row.get("user_id_") != null
                        && !EVERYBODY.equals(row.get("user_id_"));
            case "act_ru_identitylink" -> tasks.contains(row.get("task_id_"));
            default -> true;
        };
        if (!allowed || row.get("bytearray_id_") != null || row.get("tenant_id_") != null) {
            throw new IllegalArgumentException(table);
        }
    }

    private static Map<String, @Nullable Object> ours(
            Map<String, @Nullable Object> row,
            Naming naming,
            Map<String, Diagram> diagrams,
            Map<String, String> steps) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(row);
        String diagram = "";
        for (String column : DEFINITION) {
            if (row.get(column) instanceof String key) {
                Diagram found = diagrams.get(key);
                if (found == null) {
                    throw new IllegalArgumentException(key);
                }
                diagram = found.id();
                own.put(column, diagram);
                if (own.containsKey("deployment_id_")) {
                    own.put("deployment_id_", found.deployment());
                }
            }
        }
        for (Map.Entry<String, @Nullable Object> cell : own.entrySet()) {
            if (cell.getValue() instanceof String text && !DEFINITION.contains(cell.getKey())) {
                cell.setValue(named(cell.getKey(), text, row, naming));
            }
        }
        if (row.get("job_def_id_") instanceof String step) {
            own.put("job_def_id_", steps.get(diagram + step));
        }
        if (row.get("id_") instanceof String id && id.equals(own.get("id_"))) {
            throw new IllegalArgumentException("id_");
        }
        return own;
    }

    private static String named(String column, String text, Map<String, @Nullable Object> row, Naming naming) {
        Object name = row.get("name_");
        if (column.equals("business_key_") || column.equals("text_") && "program".equals(name)) {
            return naming.program();
        }
        if (PEOPLE.contains(column) || column.equals("text_") && "person".equals(name)) {
            return naming.people().apply(text);
        }
        if (column.equals("name_") && row.containsKey("task_def_key_")) {
            return naming.tasks().apply(text);
        }
        boolean identity = column.endsWith("id_") || column.equals("super_exec_") || column.equals("var_scope_");
        return identity ? naming.ids().apply(text) : text;
    }

    /** Whoever is named by another row goes first. */
    private static List<Map<String, @Nullable Object>> parentsFirst(List<Map<String, @Nullable Object>> executions) {
        List<Map<String, @Nullable Object>> sorted = new ArrayList<>();
        List<Map<String, @Nullable Object>> waiting = new ArrayList<>(executions);
        Set<@Nullable Object> there = new HashSet<>();
        there.add(null);
        while (!waiting.isEmpty()) {
            List<Map<String, @Nullable Object>> next = waiting.stream()
                    .filter(row -> there.contains(row.get("parent_id_"))
                            && there.contains(row.get("super_exec_"))
                            && (Objects.equals(row.get("proc_inst_id_"), row.get("id_"))
                                    || there.contains(row.get("proc_inst_id_"))))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalArgumentException("act_ru_execution");
            }
            next.forEach(row -> there.add(row.get("id_")));
            sorted.addAll(next);
            waiting.removeAll(next);
        }
        return sorted;
    }

    /** All diagrams of the engine, older versions first. */
    private List<Diagram> diagrams() {
        return jdbc
                .sql("select id_, key_, deployment_id_, resource_name_ from act_re_procdef order by version_")
                .query((found, number) ->
                        List.of(found.getString(1), found.getString(2), found.getString(3), found.getString(4)))
                .list()
                .stream()
                .map(one -> new Diagram(
                        one.get(0),
                        one.get(1),
                        one.get(2),
                        prints.computeIfAbsent(one.get(0), id -> print(one.get(2), one.get(3)))))
                .toList();
    }

    private String print(String deployment, String file) {
        return jdbc
                .sql("select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
                .params(deployment, file)
                .query((found, number) -> Sha256.hex(found.getBytes(1)))
                .list()
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Steps that wait for a job, by the engine's number: the diagram's number, the step, and what it waits for. */
    private Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        rows.read("select id_, proc_def_id_, act_id_, job_type_, job_configuration_ from act_ru_jobdef", Map.of())
                .forEach(row -> steps.put(
                        String.valueOf(row.get("id_")),
                        row.get("proc_def_id_") + "|" + row.get("act_id_") + "|" + row.get("job_type_") + "|"
                                + row.get("job_configuration_")));
        return steps;
    }

    private List<String> texts(String sql, String... params) {
        return jdbc.sql(sql).params(List.of(params)).query(String.class).list();
    }
}
