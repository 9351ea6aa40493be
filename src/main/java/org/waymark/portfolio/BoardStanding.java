package org.waymark.portfolio;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.Role;

/**
 * Tells with one statement whether what a reader sees of the board still stands: how often each row shown has changed,
 * which programs need the reader by now, which tasks wait for them, and the day.
 */
@Component
class BoardStanding {

    private final JdbcClient jdbc;
    private final Board board;
    private final Clock clock;

    BoardStanding(JdbcClient jdbc, Board board, Clock clock) {
        this.jdbc = jdbc;
        this.board = board;
        this.clock = clock;
    }

    /** From what a page has read anyway. */
    String of(Board.Page page, Needs.Told told, Desk.Reader reader) {
        List<String> seen = new ArrayList<>(told.versions());
        page.rows().forEach(row -> seen.add("page " + row.program() + ":" + row.version()));
        reader.work().forEach(work -> seen.add("work " + work.task()));
        return mark(seen);
    }

    /** The same asked of the database alone. */
    @Transactional(readOnly = true)
    String now(String person, Role role, BoardAsked asked) {
        BoardQuery query = board.query(person, role, asked.filter(), asked.order());
        String need = "(select 'need ' || r.program || ':' || cast(r.version as varchar) from board_row r"
                + " where r.%s = :person and r.attention_at <= :now%s order by r.attention_at, r.program fetch first "
                + Needs.MOST + " rows only)";
        return mark(jdbc.sql("(select 'page ' || r.program || ':' || cast(r.version as varchar) from board_row r"
                        + query.where() + query.order() + " offset :skip rows fetch first :size rows only) union all "
                        + need.formatted("manager", "") + " union all "
                        + need.formatted("sponsor", " and (r.manager is null or r.manager <> :person)")
                        + " union all select 'work ' || w.task from work_item w where w.assignee = :person"
                        + " and w.state = 'OPEN'")
                .params(query.params())
                .param("person", person)
                .param("now", OffsetDateTime.now(clock))
                .param("skip", (long) asked.at() * Board.PAGE)
                .param("size", Board.PAGE)
                .query(String.class)
                .list());
    }

    private String mark(List<String> seen) {
        String all = LocalDate.now(clock) + " "
                + String.join(" ", seen.stream().sorted().toList());
        // weak: tokens of forms differ from page to page, and Tomcat does not compress an answer with a strong one
        return "W/\"" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
