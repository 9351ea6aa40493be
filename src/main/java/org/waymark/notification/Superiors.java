package org.waymark.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Who hears of what stays undone for long, after the manager has: nobody, unless the program's manager names them. */
@Service
public class Superiors {

    private final JdbcClient jdbc;
    private final Team team;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    Superiors(JdbcClient jdbc, Team team, People people, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.team = team;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Optional<String> of(String program) {
        return jdbc.sql("select person from notification_superior where program = :program")
                .param("program", program)
                .query(String.class)
                .optional();
    }

    /** Names somebody, or with nobody named goes back to telling no superior; both stand in the decision record. */
    @Transactional
    public void name(String program, @Nullable String person, String by) {
        team.mustRun(program, by);
        String before = of(program).orElse("");
        String after = person == null ? "" : person.strip();
        if (before.equals(after)) {
            return;
        }
        if (!after.isEmpty() && people.find(after).filter(Person::active).isEmpty()) {
            throw Refusal.invalid("stakeholder.unknown-person", after).at("person");
        }
        ledger.enter(program);
        jdbc.sql("delete from notification_superior where program = :program")
                .param("program", program)
                .update();
        if (!after.isEmpty()) {
            jdbc.sql("""
                            insert into notification_superior (program, person, named_by, named_at)
                            values (:program, :person, :by, :now)
                            """)
                    .param("program", program)
                    .param("person", after)
                    .param("by", by)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        ledger.append(
                program,
                after.isEmpty() ? "SUPERIOR_ENDED" : "SUPERIOR_NAMED",
                by,
                null,
                after.isEmpty() ? before : after,
                Map.of("before", before));
    }
}
