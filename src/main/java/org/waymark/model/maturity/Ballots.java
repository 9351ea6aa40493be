package org.waymark.model.maturity;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.web.Sha256;

/** The ballots: each readable by its owner alone, and counted once, when the round is revealed. */
@Repository("maturityBallots")
class Ballots {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Ballots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the person's one ballot of this round and answers the commitment the decision record may hold. */
    String cast(
            String program,
            int round,
            String person,
            @Nullable String group,
            @Nullable String function,
            Ballot ballot) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("program", program);
        row.put("round", round);
        row.put("person", person);
        row.put("raterGroup", group);
        row.put("function", function);
        row.put("salt", salt);
        row.put("ballot", ballot.text());
        int changed = jdbc.sql("""
                        update maturity_ballot set rater_group = :raterGroup, function_id = :function, salt = :salt,
                            ballot = :ballot
                        where program = :program and round = :round and person = :person
                        """).params(row).update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into maturity_ballot (program, round, person, rater_group, function_id, salt, ballot)
                            values (:program, :round, :person, :raterGroup, :function, :salt, :ballot)
                            """).params(row).update();
        }
        return commitment(salt, ballot);
    }

    /** The person's own latest ballot, for the person alone. */
    Optional<Ballot> last(String program, String person) {
        return jdbc.sql("""
                        select ballot from maturity_ballot
                        where program = :program and person = :person order by round desc fetch first 1 row only
                        """)
                .param("program", program)
                .param("person", person)
                .query(String.class)
                .optional()
                .map(Ballot::parse);
    }

    /** The person's own ballot of this round, for the person alone. */
    Optional<Ballot> of(String program, int round, String person) {
        return jdbc.sql("select ballot from maturity_ballot where program = ? and round = ? and person = ?")
                .params(program, round, person)
                .query(String.class)
                .optional()
                .map(Ballot::parse);
    }

    /** The newest round this person has a ballot in; 0 as long as there is none. */
    int newest(String program, String person) {
        return jdbc.sql("select coalesce(max(round), 0) from maturity_ballot where program = ? and person = ?")
                .params(program, person)
                .query(Integer.class)
                .single();
    }

    int count(String program, int round) {
        return jdbc.sql("select count(*) from maturity_ballot where program = :program and round = :round")
                .param("program", program)
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    /** All ballots of a round without their owners; only the reveal may call this. */
    List<Cast> opened(String program, int round) {
        return jdbc.sql("""
                        select rater_group, function_id, ballot from maturity_ballot
                        where program = :program and round = :round
                        """)
                .param("program", program)
                .param("round", round)
                .query((rs, line) -> new Cast(rs.getString(1), rs.getString(2), Ballot.parse(rs.getString(3))))
                .list();
    }

    static String commitment(String salt, Ballot ballot) {
        return Sha256.hex(salt + ballot.text());
    }

    /** A ballot, the group it came from and the function its rater speaks for. */
    record Cast(@Nullable String group, @Nullable String function, Ballot ballot) {}
}
