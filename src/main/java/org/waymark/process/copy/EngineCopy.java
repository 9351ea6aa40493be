package org.waymark.process.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a program stands in its diagrams, taken out of the engine and put into one: the same steps wait, the same tasks
 * are open for the same people until the same days, the same timers run. No step is run for it, so nothing happens twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EngineCopy {

    /** Traces of one installation's own trouble and haste, which the next one does not share. */
    private static final List<String> FORGOTTEN = List.of(
            "deployment_id_",
            "lock_owner_",
            "lock_exp_time_",
            "exception_stack_id_",
            "exception_msg_",
            "last_failure_log_id_");

    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final TableRows rows;
    private final DeployedDiagrams deployed;

    EngineCopy(JdbcClient jdbc, TableRows rows, DeployedDiagrams deployed) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deployed = deployed;
    }

    /** The engine's rows of one program by table, and the diagrams these need with the fingerprint of each. */
    public record Taken(Map<String, List<Map<String, @Nullable Object>>> tables, Map<String, String> diagrams) {}

    /** What the rows call things, and what they are called from now on. */
    public record Naming(
            String program, UnaryOperator<String> ids, UnaryOperator<String> people, UnaryOperator<String> tasks) {}

    /** The engine's tables whose rows a program takes along. */
    public static Set<String> tables() {
        return CopiedTables.COPIED.keySet();
    }

    /** The engine's tables that stay, and why. */
    public static Map<String, String> left() {
        return CopiedTables.LEFT;
    }

    /** The columns in which the engine names people. */
    public static List<String> people() {
        return CopiedTables.PEOPLE;
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
        Map<String, DeployedDiagrams.Diagram> diagrams = new LinkedHashMap<>();
        deployed.all().forEach(one -> diagrams.put(one.id(), one));
        Map<String, String> steps = deployed.steps();
        Map<String, String> needed = new TreeMap<>();
        Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
        for (String table : CopiedTables.COPIED.keySet()) {
            List<Map<String, @Nullable Object>> all = rows.read(CopiedTables.select(table), of);
            all.forEach(row -> neutral(table, row, diagrams, steps, needed));
            tables.put(table, all);
        }
        return new Taken(tables, needed);
    }

    private static void neutral(
            String table,
            Map<String, @Nullable Object> row,
            Map<String, DeployedDiagrams.Diagram> diagrams,
            Map<String, String> steps,
            Map<String, String> needed) {
        for (String column : CopiedTables.DEFINITION) {
            if (row.get(column) instanceof String id) {
                DeployedDiagrams.Diagram diagram = Objects.requireNonNull(diagrams.get(id));
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
        deployed.all().stream()
                .filter(one -> one.sha256().equals(needed.get(one.key())))
                .forEach(one -> unknown.remove(one.key()));
        return unknown;
    }

    /** Puts a program where it stood; every identity in the rows is new, so that nothing here can be meant by them. */
    public void put(Taken taken, Naming naming) {
        Map<String, DeployedDiagrams.Diagram> exact = new LinkedHashMap<>();
        Map<String, DeployedDiagrams.Diagram> newest = new LinkedHashMap<>();
        for (DeployedDiagrams.Diagram one : deployed.all()) {
            newest.put(one.key(), one);
            if (one.sha256().equals(taken.diagrams().get(one.key()))) {
                exact.put(one.key(), one);
            }
        }
        Map<String, String> steps = new LinkedHashMap<>();
        deployed.steps().forEach((id, step) -> steps.put(step, id));
        Set<@Nullable Object> tasks = new HashSet<>();
        taken.tables().getOrDefault("act_ru_task", List.of()).forEach(row -> tasks.add(row.get("id_")));
        for (String table : CopiedTables.COPIED.keySet()) {
            List<Map<String, @Nullable Object>> own = new ArrayList<>();
            for (Map<String, @Nullable Object> row : taken.tables().getOrDefault(table, List.of())) {
                EngineIntake.allowed(table, row, tasks);
                Map<String, DeployedDiagrams.Diagram> diagrams = table.startsWith("act_ru_") ? exact : newest;
                own.add(EngineIntake.ours(row, naming, diagrams, steps));
            }
            rows.write(table, table.equals("act_ru_execution") ? EngineIntake.parentsFirst(own) : own);
        }
    }

    private List<String> texts(String sql, String... params) {
        return jdbc.sql(sql).params(List.of(params)).query(String.class).list();
    }
}
