package org.waymark.model.roi;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was reported of the locked plan; rows are added, the newest of a line and quarter holds. */
@Repository
class Reports {

    private static final String SELECT = """
            select r.id, r.line, r.quarter_no as quarter, r.forecast, r.actual, r.source, r.reason, r.reported_by,
                r.reported, c.confirmed_by, c.confirmed
            from roi_report r left join roi_confirmation c on c.report = r.id
            """;

    private final JdbcClient jdbc;

    Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is expected of a line in a quarter, what came of it, where that is written, and who confirmed it. */
    record Report(
            long id,
            String line,
            int quarter,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal actual,
            @Nullable String source,
            @Nullable String reason,
            String reportedBy,
            OffsetDateTime reported,
            @Nullable String confirmedBy,
            @Nullable OffsetDateTime confirmed) {}

    List<Report> latest(String program) {
        return jdbc.sql(SELECT + """
                         where r.id in (select max(id) from roi_report where program = :program group by line, quarter_no)
                        order by r.line, r.quarter_no
                        """)
                .param("program", program)
                .query(Report.class)
                .list();
    }

    /** Everything that was ever reported of a line, the newest first. */
    List<Report> history(String program, String line) {
        return jdbc.sql(SELECT + " where r.program = :program and r.line = :line order by r.id desc")
                .param("program", program)
                .param("line", line)
                .query(Report.class)
                .list();
    }

    void add(String program, String line, Reported report, String by, OffsetDateTime at) {
        jdbc.sql("""
                        insert into roi_report (program, line, quarter_no, forecast, actual, source, reason,
                            reported_by, reported)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(LineWriter.nullable(
                        program,
                        line,
                        report.quarter(),
                        report.forecast(),
                        report.actual(),
                        report.source(),
                        report.reason(),
                        by,
                        at))
                .update();
    }

    void confirm(long report, String by, OffsetDateTime at) {
        jdbc.sql("insert into roi_confirmation (report, confirmed_by, confirmed) values (?, ?, ?)")
                .params(report, by, at)
                .update();
    }
}
