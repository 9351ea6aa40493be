package org.waymark.process.copy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.web.Sha256;

/** The diagrams this installation's engine has, told apart by what is in them and not by the engine's numbers. */
@Component
class DeployedDiagrams {

    private final JdbcClient jdbc;
    private final TableRows rows;
    // a deployed diagram never changes
    private final Map<String, String> prints = new ConcurrentHashMap<>();

    DeployedDiagrams(JdbcClient jdbc, TableRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    record Diagram(String id, String key, String deployment, String sha256) {}

    /** All diagrams of the engine, older versions first. */
    List<Diagram> all() {
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
    Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        rows.read("select id_, proc_def_id_, act_id_, job_type_, job_configuration_ from act_ru_jobdef", Map.of())
                .forEach(row -> steps.put(
                        String.valueOf(row.get("id_")),
                        row.get("proc_def_id_") + "|" + row.get("act_id_") + "|" + row.get("job_type_") + "|"
                                + row.get("job_configuration_")));
        return steps;
    }
}
