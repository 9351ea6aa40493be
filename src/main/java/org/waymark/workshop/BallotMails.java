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

    /** Somebody who was asked for one ballot; whoever takes it over later was not. */
    record Asked(String task, String person) {}

    /** The ballots whose owner was asked by mail already, and which owner. */
    Set<Asked> asked(String program) {
        return new HashSet<>(jdbc.sql("select task, person from workshop_ballot_mail where program = ?")
                .param(program)
                .query(Asked.class)
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

    /** Asks one person by mail; it goes out within their hours. Who was asked already is not asked again. */
    @Transactional
    public void ask(String program, String task, String by) {
        voting.mayGive(program, by);
        ledger.enter(program);
        WorkItem item = voting.ballot(program, task).orElseThrow(() -> Refusal.conflict("workshop.link.no-ballot"));
        String person = Objects.requireNonNull(item.assignee());
        if (!reaches(person)) {
            throw Refusal.conflict("workshop.link.no-address", people.nameOf(person));
        }
        if (asked(program).contains(new Asked(task, person))) {
            return;
        }
        keep(program, task, person, by);
        events.publishEvent(
                new NoticeDue(program, item.stage(), item.taskKey(), person, KIND + ":" + task, KIND, task, by));
    }

    /** One asking a ballot: of whoever owns it now. */
    private void keep(String program, String task, String person, String by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int changed = jdbc.sql("update workshop_ballot_mail set person = ?, asked_by = ?, asked_at = ? where task = ?")
                .params(person, by, now, task)
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into workshop_ballot_mail (task, program, person, asked_by, asked_at)
                            values (?, ?, ?, ?, ?)
                            """).params(task, program, person, by, now).update();
        }
    }

    private record Asking(String program, String person, OffsetDateTime askedAt) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Leave> mailed(String task, String by) {
        return jdbc.sql("select program, person, asked_at from workshop_ballot_mail where task = ?")
                .param(task)
                .query(Asking.class)
                .optional()
                .flatMap(asking -> voting.ballot(asking.program(), task)
                        .filter(item -> asking.person().equals(item.assignee()))
                        .map(item -> leave(item, asking, by)));
    }

    private Leave leave(WorkItem item, Asking asking, String by) {
        ledger.enter(asking.program());
        String secret = Secrets.token();
        return new Leave("/vote/" + secret, voting.mail(item, Secrets.hash(secret), by, asking.askedAt()));
    }
}
