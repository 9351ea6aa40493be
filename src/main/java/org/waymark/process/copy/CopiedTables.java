package org.waymark.process.copy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The engine's own tables: which of their rows belong to a program and go with it, and why the others do not. */
final class CopiedTables {

    private static final String EVER = "root_proc_inst_id_ in (:roots)";
    private static final String INSTANCES = "proc_inst_id_ in (:instances)";

    /** In the order in which one row may name another. */
    static final Map<String, String> COPIED = copied();

    /** Tables of the engine that stay: what a diagram is, what the house is, what Waymark does not use. */
    static final Map<String, String> LEFT = left();

    /** What an engine's variable may be: never an object that somebody would have to build from bytes. */
    static final Set<String> PLAIN = Set.of("string", "integer", "long", "short", "double", "boolean", "date", "null");

    /** What a job may do: go on at a step, or at a time. */
    static final Set<String> STEPS = Set.of(
            "async-continuation",
            "timer-transition",
            "timer-intermediate-transition",
            "timer-start-event-subprocess",
            "timer-task-listener");

    /** The engine's numbers for what somebody may do with one task, and for a right that is given. */
    static final String TASK = "7";

    static final String GRANT = "1";

    /** The columns that say which diagram a row belongs to, and those that name people. */
    static final List<String> DEFINITION = List.of("proc_def_id_", "process_def_id_");

    static final List<String> PEOPLE = List.of("assignee_", "owner_", "user_id_", "start_user_id_");

    private CopiedTables() {}

    /** The select of one table's rows. */
    static String select(String table) {
        return "select * from " + table + " where " + COPIED.get(table);
    }

    private static Map<String, String> copied() {
        Map<String, String> tables = new LinkedHashMap<>();
        // a step below a run does not name the root
        tables.put("act_ru_execution", INSTANCES);
        tables.put("act_ru_task", INSTANCES);
        tables.put("act_ru_identitylink", "task_id_ in (:tasks)");
        tables.put("act_ru_variable", INSTANCES);
        tables.put("act_ru_job", "process_instance_id_ in (:instances)");
        tables.put("act_ru_event_subscr", INSTANCES);
        tables.put("act_ru_authorization", "resource_type_ = " + TASK + " and resource_id_ in (:tasks)");
        tables.put("act_hi_procinst", EVER);
        tables.put("act_hi_actinst", EVER);
        tables.put("act_hi_taskinst", EVER);
        tables.put("act_hi_varinst", EVER);
        return tables;
    }

    private static Map<String, String> left() {
        Map<String, String> tables = new LinkedHashMap<>();
        because(tables, "belongs to the house", "act_ge_property", "act_ge_schema_log", "act_ru_filter");
        because(
                tables,
                "a diagram is the same on both sides, or nothing is taken in",
                "act_re_deployment",
                "act_re_procdef",
                "act_re_decision_def",
                "act_re_decision_req_def",
                "act_re_case_def",
                "act_re_camformdef",
                "act_ru_jobdef");
        because(tables, "holds diagrams and the traces of failed jobs", "act_ge_bytearray");
        because(tables, "a job that failed is tried again", "act_ru_incident", "act_hi_incident", "act_hi_job_log");
        because(
                tables,
                "people are matched by hand",
                "act_id_group",
                "act_id_info",
                "act_id_membership",
                "act_id_tenant",
                "act_id_tenant_member",
                "act_id_user");
        because(tables, "counted by nobody", "act_ru_meter_log", "act_ru_task_meter_log");
        because(
                tables,
                "Waymark does not use it",
                "act_ru_ext_task",
                "act_ru_batch",
                "act_ru_case_execution",
                "act_ru_case_sentry_part",
                "act_hi_attachment",
                "act_hi_batch",
                "act_hi_caseactinst",
                "act_hi_caseinst",
                "act_hi_comment",
                "act_hi_dec_in",
                "act_hi_dec_out",
                "act_hi_decinst",
                "act_hi_detail",
                "act_hi_ext_task_log",
                "act_hi_identitylink",
                "act_hi_op_log");
        return tables;
    }

    private static void because(Map<String, String> tables, String why, String... named) {
        List.of(named).forEach(table -> tables.put(table, why));
    }
}
