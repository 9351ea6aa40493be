package org.waymark.notification;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.process.PersonalLinks;
import org.waymark.process.WorkItem;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.web.Addresses;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Asks somebody who will never sign in for their vote: the link is made with the mail, and its time begins with it. */
@Component
class BallotLines {

    private final PersonalLinks links;
    private final Programs programs;
    private final People people;
    private final Texts texts;
    private final Addresses addresses;

    BallotLines(PersonalLinks links, Programs programs, People people, Texts texts, Addresses addresses) {
        this.links = links;
        this.programs = programs;
        this.people = people;
        this.texts = texts;
        this.addresses = addresses;
    }

    /** Nothing when no vote is asked for by mail, or it waits no more. */
    Optional<Letter.Line> line(Sieve.Thing thing, ZoneId zone) {
        WorkItem item = thing.item();
        String by = thing.notice().about();
        if (!thing.notice().kind().equals(Notice.BALLOT) || item == null || by == null) {
            return Optional.empty();
        }
        return links.mailed(item.task(), by)
                .map(leave -> new Letter.Line(
                        texts.of("notification.ballot.title", people.nameOf(by), texts.of("stage." + item.stage())),
                        List.of(
                                texts.of("notification.task.program", programs.nameOf(item.program())),
                                texts.of(
                                        "notification.ballot.until",
                                        Dates.here().weekdayTime(leave.until().atZoneSameInstant(zone))),
                                texts.of("notification.ballot.yours")),
                        addresses.of(leave.path()),
                        texts.of("notification.ballot.open"),
                        null));
    }
}
