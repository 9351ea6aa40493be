package org.waymark.model.capabilities;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.model.values.Seal;
import org.waymark.process.Rows;

/** The rounds of rating: who was asked, what each recalled and rated, and what came out when the round closed. */
@Repository
class CapabilityVotes {

    private static final String KEY = " where program = :program and round = :round";
    private static final String ROUND =
            "select round, state, asked, answered, recall_match, recall_overlap from capabilities_round";

    private final JdbcClient jdbc;
    private final Clock clock;

    CapabilityVotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Round> newest(String program) {
        return jdbc.sql(ROUND + " where program = :program order by round desc fetch first 1 rows only")
                .param("program", program)
                .query(Round.class)
                .optional();
    }

    void open(String program, int round, List<String> people) {
        jdbc.sql("insert into capabilities_round (program, round, state, asked, opened_at)"
                        + " values (:program, :round, 'OPEN', :asked, :now)")
                .param("program", program)
                .param("round", round)
                .param("asked", people.size())
                .param("now", now())
                .update();
        for (int turn = 0; turn < people.size(); turn++) {
            jdbc.sql("insert into capabilities_asked (program, round, person, turn)"
                            + " values (:program, :round, :person, :turn)")
                    .param("program", program)
                    .param("round", round)
                    .param("person", people.get(turn))
                    .param("turn", turn)
                    .update();
        }
    }

    List<String> asked(String program, int round) {
        return jdbc.sql("select person from capabilities_asked" + KEY + " order by turn")
                .param("program", program)
                .param("round", round)
                .query(String.class)
                .list();
    }

    void cast(String program, int round, Vote vote, Seal seal) {
        int updated = bound(
                        "update capabilities_vote set recall = :recall, have = :have, salt = :salt,"
                                + " commitment = :commitment, cast_at = :now" + KEY + " and person = :person",
                        program,
                        round,
                        vote,
                        seal)
                .update();
        if (updated == 0) {
            bound(
                            "insert into capabilities_vote (program, round, person, recall, have, salt, commitment, cast_at)"
                                    + " values (:program, :round, :person, :recall, :have, :salt, :commitment, :now)",
                            program,
                            round,
                            vote,
                            seal)
                    .update();
        }
    }

    Optional<Vote> lastOf(String program, String person) {
        return jdbc.sql("select person, recall, have from capabilities_vote where program = :program"
                        + " and person = :person order by round desc fetch first 1 rows only")
                .param("program", program)
                .param("person", person)
                .query(Vote.class)
                .optional();
    }

    /** Only for counting at the close: no page, fact or record reads single answers. */
    List<Vote> all(String program, int round) {
        return jdbc.sql("select person, recall, have from capabilities_vote" + KEY + " order by person")
                .param("program", program)
                .param("round", round)
                .query(Vote.class)
                .list();
    }

    /** What this person answered in this round; for the person alone. */
    Optional<Vote> of(String program, int round, String person) {
        return jdbc.sql("select person, recall, have from capabilities_vote" + KEY + " and person = :person")
                .param("program", program)
                .param("round", round)
                .param("person", person)
                .query(Vote.class)
                .optional();
    }

    int count(String program, int round) {
        return jdbc.sql("select count(*) from capabilities_vote" + KEY)
                .param("program", program)
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    void close(String program, int round, int answered, BigDecimal match, BigDecimal overlap, List<Spread> spreads) {
        jdbc.sql("update capabilities_round set state = 'CLOSED', answered = :answered, recall_match = :match,"
                        + " recall_overlap = :overlap, closed_at = :now" + KEY)
                .param("answered", answered)
                .param("match", match)
                .param("overlap", overlap)
                .param("now", now())
                .param("program", program)
                .param("round", round)
                .update();
        Rows.insert(
                jdbc,
                "capabilities_spread (program, round, id, judged, unable, lower_median, mean, lowest, highest)",
                spreads,
                spread -> Arrays.asList(
                        program,
                        round,
                        spread.id(),
                        spread.judged(),
                        spread.unable(),
                        spread.lowerMedian(),
                        spread.mean(),
                        spread.lowest(),
                        spread.highest()));
    }

    /** What came out of a closed round, by capability; empty while it is open. */
    Map<String, Spread> spreads(String program, int round) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        jdbc.sql("select id, judged, unable, lower_median, mean, lowest, highest from capabilities_spread" + KEY
                        + " order by id")
                .param("program", program)
                .param("round", round)
                .query(Spread.class)
                .list()
                .forEach(spread -> spreads.put(spread.id(), spread));
        return spreads;
    }

    private JdbcClient.StatementSpec bound(String sql, String program, int round, Vote vote, Seal seal) {
        return jdbc.sql(sql)
                .param("recall", vote.recall())
                .param("have", vote.have())
                .param("salt", seal.salt())
                .param("commitment", seal.commitment())
                .param("now", now())
                .param("program", program)
                .param("round", round)
                .param("person", vote.person());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
