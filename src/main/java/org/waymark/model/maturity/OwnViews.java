package org.waymark.model.maturity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the sponsor thinks the company stands: no vote, counted nowhere, readable by its owner alone. */
@Repository("maturityOwnViews")
class OwnViews {

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Map<String, @Nullable Integer>> of(String program, int round, String person) {
        return jdbc.sql("select ballot from maturity_own_view where program = ? and round = ? and person = ?")
                .params(program, round, person)
                .query(String.class)
                .optional()
                .map(text -> Ballot.parse(text).votes());
    }

    /** Given once a round, so that nobody corrects a first guess by the answers. */
    boolean keep(String program, int round, String person, Map<String, @Nullable Integer> levels) {
        if (of(program, round, person).isPresent()) {
            return false;
        }
        jdbc.sql("insert into maturity_own_view (program, round, person, ballot, given_at) values (?, ?, ?, ?, ?)")
                .params(program, round, person, new Ballot(levels, Map.of()).text(), OffsetDateTime.now(clock))
                .update();
        return true;
    }
}
