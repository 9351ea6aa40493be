package org.waymark.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Proofs;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/**
 * An exception to separation of duties takes two names: one asks, another confirms, and neither the confirmer nor
 * anybody they stand in for may be barred themselves.
 */
@Service
class SecondName {

    private static final int LONGEST = 1000;

    private final Exemptions exemptions;
    private final Panels panels;
    private final Sittings sittings;
    private final Programs programs;
    private final Team team;
    private final People people;
    private final Proofs proofs;
    private final Ledger ledger;

    SecondName(
            Exemptions exemptions,
            Panels panels,
            Sittings sittings,
            Programs programs,
            Team team,
            People people,
            Proofs proofs,
            Ledger ledger) {
        this.exemptions = exemptions;
        this.panels = panels;
        this.sittings = sittings;
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.proofs = proofs;
        this.ledger = ledger;
    }

    /** Asks that somebody may decide although they are barred; nothing changes until somebody else confirms it. */
    @Transactional
    public Exemption ask(String program, String stage, @Nullable String person, @Nullable String reason, String by) {
        mustBelong(program, by);
        ledger.enter(program);
        if (!"RUNNING".equals(programs.get(program).state())) {
            throw Refusal.conflict("gate.exemption.over");
        }
        if (person == null || people.find(person).isEmpty()) {
            throw Refusal.invalid("gate.person", String.valueOf(person)).at("person");
        }
        Exemption.Bar bar =
                panels.bars(program, stage, submitter(program, stage)).get(person);
        if (bar == null) {
            throw Refusal.invalid("gate.exemption.free", people.nameOf(person)).at("person");
        }
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("gate.exemption.reason").at("reason");
        }
        if (reason.strip().length() > LONGEST) {
            throw Refusal.invalid("gate.text.long", LONGEST, reason.length()).at("reason");
        }
        int round = programs.stage(program, stage).round();
        boolean already = exemptions.of(program, stage).stream()
                .anyMatch(one ->
                        one.person().equals(person) && one.round() == round && one.state() != Exemption.State.DECLINED);
        if (already) {
            throw Refusal.conflict("gate.exemption.already", people.nameOf(person));
        }
        long id = exemptions.add(program, stage, round, person, bar, reason.strip(), by, sittings.now());
        Exemption made = get(program, stage, id);
        log("EXCEPTION_ASKED", made, by);
        return made;
    }

    /** The second name; it signs, so it takes a proof that is not too old. */
    @Transactional
    public void confirm(String program, String stage, long id, String by) {
        Exemption asked = waiting(program, stage, id, by);
        if (by.equals(asked.askedBy())) {
            throw Refusal.forbidden("gate.exemption.second");
        }
        refuseUnlessFree(asked, by);
        if (!proofs.fresh(by)) {
            throw Refusal.invalid("gate.exemption.prove").at("password");
        }
        exemptions.settle(id, Exemption.State.CONFIRMED, by, sittings.now());
        log("EXCEPTION_CONFIRMED", get(program, stage, id), by);
    }

    /** Declined by somebody who could have confirmed it, or taken back by whoever asked. */
    @Transactional
    public void decline(String program, String stage, long id, String by) {
        Exemption asked = waiting(program, stage, id, by);
        if (!by.equals(asked.askedBy())) {
            refuseUnlessFree(asked, by);
        }
        exemptions.settle(id, Exemption.State.DECLINED, by, sittings.now());
        log("EXCEPTION_DECLINED", get(program, stage, id), by);
    }

    /** Whether this person could be the second name; for pages, which offer nothing that would be refused. */
    boolean mayConfirm(Exemption asked, String person) {
        return asked.state() == Exemption.State.ASKED
                && !person.equals(asked.askedBy())
                && team.includes(asked.program(), person)
                && free(asked, person);
    }

    private Exemption waiting(String program, String stage, long id, String by) {
        mustBelong(program, by);
        ledger.enter(program);
        Exemption asked = get(program, stage, id);
        if (asked.state() != Exemption.State.ASKED) {
            throw Refusal.conflict("gate.exemption.settled", people.nameOf(String.valueOf(asked.settledBy())));
        }
        return asked;
    }

    private void refuseUnlessFree(Exemption asked, String by) {
        if (!free(asked, by)) {
            throw Refusal.forbidden("gate.exemption.barred");
        }
    }

    /** Neither the one it is for nor anybody barred here; an exception of one's own opens no door for others. */
    private boolean free(Exemption asked, String person) {
        return !person.equals(asked.person())
                && !panels.bars(asked.program(), asked.stage(), submitter(asked.program(), asked.stage()))
                        .containsKey(person);
    }

    @Nullable
    String submitter(String program, String stage) {
        return sittings.of(program, stage).stream()
                .filter(Sitting::open)
                .findFirst()
                .map(Sitting::submittedBy)
                .orElse(null);
    }

    private void mustBelong(String program, String person) {
        team.mustSee(program, person);
        if (!team.includes(program, person)) {
            throw Refusal.forbidden("gate.exemption.team");
        }
    }

    private Exemption get(String program, String stage, long id) {
        return exemptions.find(program, stage, id).orElseThrow(() -> Refusal.missing("gate.exemption.unknown"));
    }

    private void log(String kind, Exemption one, String by) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("person", one.person());
        entry.put("bar", one.bar().name());
        entry.put("round", one.round());
        entry.put("reason", one.reason());
        entry.put("askedBy", one.askedBy());
        ledger.append(one.program(), kind, by, null, one.stage(), entry);
    }
}
