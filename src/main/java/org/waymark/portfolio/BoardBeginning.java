package org.waymark.portfolio;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the board's rows at the start when programs are without one, as after an update; and always when started with
 * {@code --waymark.board.rebuild=true}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BoardBeginning implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(BoardBeginning.class);

    private final BoardRows rows;
    private final JdbcClient jdbc;
    private final boolean asked;

    BoardBeginning(BoardRows rows, JdbcClient jdbc, @Value("${waymark.board.rebuild:false}") boolean asked) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.asked = asked;
    }

    @Override
    public void run(ApplicationArguments args) {
        boolean missing = jdbc.sql(
                                "select count(*) from program p where not exists (select 1 from board_row b where b.program = p.code)")
                        .query(Integer.class)
                        .single()
                > 0;
        if (asked || missing) {
            log.info("Made the board of {} programs anew from its sources", rows.rebuild());
        }
    }
}
