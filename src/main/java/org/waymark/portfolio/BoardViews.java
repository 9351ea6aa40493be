package org.waymark.portfolio;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.web.Refusal;

/** The ways somebody likes to look at the board, kept under names of their own. */
@Component
class BoardViews {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 600;

    private final JdbcClient jdbc;
    private final Clock clock;

    BoardViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a view; the same name again takes its place. */
    @Transactional
    void keep(String person, String name, String asked) {
        String tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_NAME) {
            throw Refusal.invalid("portfolio.view.name", LONGEST_NAME).at("name");
        }
        if (asked.length() > LONGEST) {
            throw Refusal.invalid("portfolio.view.long").at("name");
        }
        int changed = jdbc.sql(
                        "update board_view set asked = :asked, saved_at = :now where person = :person and name = :name")
                .param("asked", asked)
                .param("now", now())
                .param("person", person)
                .param("name", tidy)
                .update();
        if (changed > 0) {
            return;
        }
        int known = jdbc.sql("select count(*) from board_view where person = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
        if (known >= MOST) {
            throw Refusal.invalid("portfolio.view.many", MOST).at("name");
        }
        jdbc.sql("insert into board_view (person, name, asked, saved_at) values (:person, :name, :asked, :now)")
                .param("person", person)
                .param("name", tidy)
                .param("asked", asked)
                .param("now", now())
                .update();
    }

    @Transactional
    void drop(String person, String name) {
        jdbc.sql("delete from board_view where person = :person and name = :name")
                .param("person", person)
                .param("name", name)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
