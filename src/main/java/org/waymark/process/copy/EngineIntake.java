package org.waymark.process.copy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine's rows out of a file: which of them may come in, and what they are called from then on. */
final class EngineIntake {

    private static final String EVERYBODY = "*";

    private EngineIntake() {}

    /** Refuses a row that would reach beyond its program, or run what no diagram says. */
    static void allowed(String table, Map<String, @Nullable Object> row, Set<@Nullable Object> tasks) {
        boolean allowed = switch (table) {
            case "act_ru_variable" -> CopiedTables.PLAIN.contains(String.valueOf(row.get("type_")));
            case "act_hi_varinst" -> CopiedTables.PLAIN.contains(String.valueOf(row.get("var_type_")));
            case "act_ru_job" -> CopiedTables.STEPS.contains(String.valueOf(row.get("handler_type_")));
            case "act_ru_authorization" ->
                CopiedTables.TASK.equals(String.valueOf(row.get("resource_type_")))
                        && CopiedTables.GRANT.equals(String.valueOf(row.get("type_")))
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

    /** The row as it is called here. */
    static Map<String, @Nullable Object> ours(
            Map<String, @Nullable Object> row,
            EngineCopy.Naming naming,
            Map<String, DeployedDiagrams.Diagram> diagrams,
            Map<String, String> steps) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(row);
        String diagram = "";
        for (String column : CopiedTables.DEFINITION) {
            if (row.get(column) instanceof String key) {
                DeployedDiagrams.Diagram found = diagrams.get(key);
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
            if (cell.getValue() instanceof String text && !CopiedTables.DEFINITION.contains(cell.getKey())) {
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

    private static String named(
            String column, String text, Map<String, @Nullable Object> row, EngineCopy.Naming naming) {
        Object name = row.get("name_");
        if (column.equals("business_key_") || column.equals("text_") && "program".equals(name)) {
            return naming.program();
        }
        if (CopiedTables.PEOPLE.contains(column) || column.equals("text_") && "person".equals(name)) {
            return naming.people().apply(text);
        }
        if (column.equals("name_") && row.containsKey("task_def_key_")) {
            return naming.tasks().apply(text);
        }
        boolean identity = column.endsWith("id_") || column.equals("super_exec_") || column.equals("var_scope_");
        return identity ? naming.ids().apply(text) : text;
    }

    /** Whoever is named by another row goes first. */
    static List<Map<String, @Nullable Object>> parentsFirst(List<Map<String, @Nullable Object>> executions) {
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
}
