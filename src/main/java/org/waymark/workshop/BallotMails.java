package org.waymark.workshop;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.NoticeDue;
import org.waymark.process.PersonalLinks;
import org.waymark.process.WorkItem;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.web.Refusal;

/** Asks people for their vote by mail, once, with a link of their own that is made as the mail is written. */
@Service
public class BallotMails implements PersonalLinks {

    private static final String KIND = "BALLOT";

    private final JdbcClient jdbc;
    private final VotingByLink voting;
    private final People people;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BallotMails(
            JdbcClient jdbc,
            VotingByLink voting,
            People people,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.voting = voting;
        this.people = people;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** The ballots whose owner was asked by mail already. */
    Set<String> asked(String program) {
        return new HashSet<>(jdbc.sql("select task from workshop_ballot_mail where program = ?")
                .param(program)
                .query(String.class)
                .list());
    }

    /** Whether somebody can be written to at all. */
    boolean reaches(String person) {
        return people.find(person)
                .filter(Person::active)
                .map(Person::email)
                .filter(address -> !address.isBlank())
                .isPresent();
    }

    /** Asks one person by mail; it goes out within their hours. */
    @Transactional
    public void ask(String program, String task, String by) {
        voting.mayGive(program, by);
        ledger.enter(program);
        WorkItem item = waiting(program, task).orElseThrow(() -> Refusal.conflict("workshop.link.no-ballot"));
        String person = Objects.requireNonNull(item.assignee());
        if (!reaches(person)) {
            throw Refusal.conflict("workshop.link.no-address", people.nameOf(person));
        }
        if (asked(program).contains(task)) {
            throw Refusal.conflict("workshop.link.asked-already", people.nameOf(person));
        }
        jdbc.sql("""
                        insert into workshop_ballot_mail (task, program, person, asked_by, asked_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(task, program, person, by, OffsetDateTime.now(clock))
                .update();
        events.publishEvent(
                new NoticeDue(program, item.stage(), item.taskKey(), person, KIND + ":" + task, KIND, task, by));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Leave> mailed(String task, String by) {
        String program = jdbc.sql("select program from workshop_ballot_mail where task = ?")
                .param(task)
                .query(String.class)
                .optional()
                .orElse("");
        WorkItem item = program.isEmpty() ? null : waiting(program, task).orElse(null);
        if (item == null) {
            return Optional.empty();
        }
        ledger.enter(program);
        String secret = Secrets.token();
        OffsetDateTime until = voting.give(item, null, Secrets.hash(secret), by, VotingByLink.MAILED_LASTS);
        return Optional.of(new Leave("/vote/" + secret, until));
    }

    private Optional<WorkItem> waiting(String program, String task) {
        return voting.waiting(program).stream()
                .filter(item -> item.task().equals(task))
                .findFirst();
    }
}
