package org.waymark.trace;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.process.Rows;
import org.waymark.stage.Element;

/** What each stage had agreed when its gate last said go. */
@Repository
class Snapshots {

    private final JdbcClient db;

    Snapshots(JdbcClient db) {
        this.db = db;
    }

    /** The elements by stage, each with the name and the words of that day. */
    Map<String, List<Element>> of(String program) {
        Map<String, List<Element>> stages = new LinkedHashMap<>();
        db.sql(
                        "select stage, element, kind, name, agreed, serves, details from trace_agreed where program = ? order by element")
                .param(program)
                .query(row -> {
                    String serves = row.getString("serves");
                    stages.computeIfAbsent(row.getString("stage"), stage -> new java.util.ArrayList<>())
                            .add(new Element(
                                    Element.Kind.valueOf(row.getString("kind")),
                                    row.getString("element"),
                                    row.getString("name"),
                                    row.getString("agreed"),
                                    "",
                                    serves.isEmpty() ? List.of() : Arrays.asList(serves.split(" ")),
                                    row.getString("details")));
                });
        return stages;
    }

    void replace(String program, String stage, List<Element> elements) {
        db.sql("delete from trace_agreed where program = ? and stage = ?")
                .params(program, stage)
                .update();
        Rows.insert(
                db,
                "trace_agreed (program, stage, element, kind, name, agreed, serves, details)",
                elements,
                element -> Arrays.asList(
                        program,
                        stage,
                        element.id(),
                        element.kind().name(),
                        element.name(),
                        element.agreed(),
                        String.join(" ", element.serves()),
                        element.details()));
    }
}
