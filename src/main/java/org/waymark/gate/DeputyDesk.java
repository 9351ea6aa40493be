package org.waymark.gate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Deputy;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Naming and ending deputies, held against separation of duties before anything is written. */
@Service
class DeputyDesk {

    private final Deputies deputies;
    private final StandingIn standingIn;
    private final Panels panels;
    private final Programs programs;
    private final Stages stages;
    private final Team team;
    private final People people;

    DeputyDesk(
            Deputies deputies,
            StandingIn standingIn,
            Panels panels,
            Programs programs,
            Stages stages,
            Team team,
            People people) {
        this.deputies = deputies;
        this.standingIn = standingIn;
        this.panels = panels;
        this.programs = programs;
        this.stages = stages;
        this.team = team;
        this.people = people;
    }

    List<Deputy> of(String program, String reader) {
        programs.get(program);
        team.mustSee(program, reader);
        return deputies.of(program);
    }

    /** Names a deputy for oneself; nobody barred from deciding can become one. */
    @Transactional
    public Deputy name(
            String program,
            String person,
            @Nullable String deputy,
            @Nullable String stage,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        programs.get(program);
        team.mustSee(program, person);
        String gate = stage == null || stage.isBlank() ? null : stage;
        if (gate != null && !stages.exists(gate)) {
            throw Refusal.invalid("gate.deputy.stage", gate).at("stage");
        }
        boolean barred = gate == null
                ? team.manager(program).equals(deputy)
                : panels.barred(program, gate, null).contains(String.valueOf(deputy));
        if (barred) {
            throw Refusal.invalid("gate.deputy.barred", people.nameOf(String.valueOf(deputy)))
                    .at("deputy");
        }
        Deputy named = deputies.name(program, person, deputy, gate, from, until);
        standingIn.named(named);
        return named;
    }

    /** Ends it before its day; seats that were taken and not voted from go back at once. */
    @Transactional
    public void end(String program, long id, String person) {
        programs.get(program);
        team.mustSee(program, person);
        standingIn.ended(deputies.end(program, id, person));
    }
}
