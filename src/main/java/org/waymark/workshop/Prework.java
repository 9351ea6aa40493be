package org.waymark.workshop;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.waymark.process.NoticeDue;
import org.waymark.program.EarlyOpenings;
import org.waymark.program.Program;
import org.waymark.stakeholder.Team;

/** What a prepared session sets going at once: votes ahead of time, and a word to everybody who comes. */
@Component
class Prework {

    private final EarlyOpenings early;
    private final Team team;
    private final ApplicationEventPublisher events;

    Prework(EarlyOpenings early, Team team, ApplicationEventPublisher events) {
        this.early = early;
        this.team = team;
        this.events = events;
    }

    /** Everybody in the team hears of it once, by the way they want to be written to. */
    void begin(long session, Program program, String manager) {
        String code = program.code();
        early.offered(code).forEach(stage -> early.open(code, stage, manager));
        team.of(code).stream()
                .filter(person -> !person.equals(manager))
                .forEach(person -> events.publishEvent(new NoticeDue(
                        code, program.stage(), "workshop", person, "WORKSHOP:" + session, "INVITED", null, null)));
    }
}
