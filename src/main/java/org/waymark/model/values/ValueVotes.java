package org.waymark.model.values;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.model.values.Weights.Share;
import org.waymark.process.Rows;
import org.waymark.web.Languages;

/** The rounds of points: who was asked, what each gave (readable by its owner alone until it is summed), and the group's weights. */
@Repository
class ValueVotes {

    private static final String VOTE =
            "select person, points, fact, fact_from, fact_date, fact_value, recall from values_vote";

    private final JdbcClient jdbc;
    private final Clock clock;

    ValueVotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Round> newest(String program) {
        return jdbc.sql("select round, state, asked, answered, concordance, top_three_overlap from values_round"
                        + " where program = :program order by round desc fetch first 1 rows only")
                .param("program", program)
                .query(Round.class)
                .optional();
    }

    Optional<Round> find(String program, int round) {
        return jdbc.sql("select round, state, asked, answered, concordance, top_three_overlap from values_round"
                        + " where program = :program and round = :round")
                .param("program", program)
                .param("round", round)
                .query(Round.class)
                .optional();
    }

    void open(String program, int round, List<String> people) {
        jdbc.sql("insert into values_round (program, round, state, asked, opened_at)"
                        + " values (:program, :round, 'OPEN', :asked, :now)")
                .param("program", program)
                .param("round", round)
                .param("asked", people.size())
                .param("now", now())
                .update();
        for (int turn = 0; turn < people.size(); turn++) {
            jdbc.sql(
                            "insert into values_asked (program, round, person, turn) values (:program, :round, :person, :turn)")
                    .param("program", program)
                    .param("round", round)
                    .param("person", people.get(turn))
                    .param("turn", turn)
                    .update();
        }
    }

    List<String> asked(String program, int round) {
        return jdbc.sql("select person from values_asked where program = :program and round = :round order by turn")
                .param("program", program)
                .param("round", round)
                .query(String.class)
                .list();
    }

    /** Keeps a person's vote; casting again in the same round replaces it. */
    void cast(String program, int round, Vote vote, Seal seal) {
        String set = "points = :points, fact = :fact, fact_from = :factFrom, fact_date = :factDate,"
                + " fact_value = :factValue, recall = :recall, salt = :salt, commitment = :commitment, cast_at = :now";
        int updated = bound(
                        jdbc.sql("update values_vote set " + set
                                + " where program = :program and round = :round and person = :person"),
                        program,
                        round,
                        vote,
                        seal)
                .update();
        if (updated == 0) {
            bound(
                            jdbc.sql(
                                    "insert into values_vote (program, round, person, points, fact, fact_from, fact_date,"
                                            + " fact_value, recall, salt, commitment, cast_at) values (:program, :round,"
                                            + " :person, :points, :fact, :factFrom, :factDate, :factValue, :recall, :salt,"
                                            + " :commitment, :now)"),
                            program,
                            round,
                            vote,
                            seal)
                    .update();
        }
    }

    /** What this person gave last, in this round or an earlier one. */
    Optional<Vote> lastOf(String program, String person) {
        return jdbc.sql(VOTE + " where program = :program and person = :person"
                        + " order by round desc fetch first 1 rows only")
                .param("program", program)
                .param("person", person)
                .query(Vote.class)
                .optional();
    }

    /** Only for summing at the close: no page, fact or record reads single votes. */
    List<Vote> all(String program, int round) {
        return jdbc.sql(VOTE + " where program = :program and round = :round" + " order by person")
                .param("program", program)
                .param("round", round)
                .query(Vote.class)
                .list();
    }

    int count(String program, int round) {
        return jdbc.sql("select count(*) from values_vote where program = :program and round = :round")
                .param("program", program)
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    void close(
            String program,
            int round,
            int answered,
            List<Share> shares,
            Optional<BigDecimal> concordance,
            Optional<BigDecimal> overlap) {
        jdbc.sql("update values_round set state = 'CLOSED', answered = :answered, concordance = :concordance,"
                        + " top_three_overlap = :overlap, closed_at = :now where program = :program and round = :round")
                .param("answered", answered)
                .param("concordance", concordance.orElse(null))
                .param("overlap", overlap.orElse(null))
                .param("now", now())
                .param("program", program)
                .param("round", round)
                .update();
        Rows.insert(
                jdbc,
                "values_weight (program, round, id, points, percent)",
                shares,
                share -> List.of(program, round, share.id(), share.points(), share.percent()));
    }

    /** The group's weights of a closed round, the heaviest first; empty while it is open. */
    List<Share> weights(String program, int round) {
        return jdbc.sql("select id, points, percent from values_weight where program = :program and round = :round"
                        + " order by points desc, id")
                .param("program", program)
                .param("round", round)
                .query(Share.class)
                .list();
    }

    /** What a customer told somebody: the words, where and when they were heard, and the value they speak for. */
    record Told(
            String what,
            @Nullable String source,
            @Nullable LocalDate heardOn,
            @Nullable String id) {}

    /** What customers told the people of a closed round, without who wrote it down. */
    List<Told> told(String program, int round) {
        List<Told> facts = new ArrayList<>(jdbc.sql("""
                        select distinct v.fact as what, v.fact_from as source, v.fact_date as heard_on, v.fact_value as id
                        from values_vote v join values_round r on r.program = v.program and r.round = v.round
                        where v.program = :program and v.round = :round and v.fact is not null and r.state <> 'OPEN'
                        """)
                .param("program", program)
                .param("round", round)
                .query(Told.class)
                .list());
        facts.sort(Comparator.comparing(Told::what, Languages.order()));
        return facts;
    }

    /** What this person gave in this round; for the person alone. */
    Optional<Vote> of(String program, int round, String person) {
        return jdbc.sql(VOTE + " where program = :program and round = :round and person = :person")
                .param("program", program)
                .param("round", round)
                .param("person", person)
                .query(Vote.class)
                .optional();
    }

    private JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, String program, int round, Vote vote, Seal seal) {
        return statement
                .param("points", vote.points())
                .param("fact", vote.fact())
                .param("factFrom", vote.factFrom())
                .param("factDate", vote.factDate())
                .param("factValue", vote.factValue())
                .param("recall", vote.recall())
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
