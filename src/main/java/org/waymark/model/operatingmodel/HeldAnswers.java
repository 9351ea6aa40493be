package org.waymark.model.operatingmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.company.Claim;
import org.waymark.company.Company;
import org.waymark.company.Difference;
import org.waymark.company.Standing;
import org.waymark.company.Truth;

/** The checklist as the company holds it: what a program takes over, is asked again, and gives back at its gate. */
@Component
class HeldAnswers {

    private static final String SUBJECT = "CHECKLIST";

    private final Company company;
    private final Checklists checklists;

    HeldAnswers(Company company, Checklists checklists) {
        this.company = company;
        this.checklists = checklists;
    }

    /** What other programs agreed about these statements; those the first wave touches are asked again. */
    Map<String, Standing> standings(String program, List<ChecklistItem> items, Set<String> waveCapabilities) {
        Map<String, String> capabilities = new LinkedHashMap<>();
        items.forEach(item -> capabilities.put(item.id(), item.capability()));
        Map<String, Standing> standings = new LinkedHashMap<>();
        company.standings(program, SUBJECT, item -> waveCapabilities.contains(capabilities.getOrDefault(item, "")))
                .forEach((item, standing) -> {
                    if (capabilities.containsKey(item)
                            && !standing.truth().program().equals(program)) {
                        standings.put(item, standing);
                    }
                });
        return standings;
    }

    /** Puts what is settled into the round as its answers, with the day and the program it comes from. */
    void takeOver(String program, int round, Map<String, Standing> settled) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        settled.forEach((item, standing) -> {
            answers.put(item, answer(standing.truth()));
            origins.put(
                    item, new Origin(standing.truth().since(), standing.truth().program()));
        });
        checklists.take(program, round, answers, origins);
    }

    /** Claims for the company what this program found out itself, for the gate to make true. */
    void claim(String program, Round round) {
        Map<String, Origin> origins = checklists.origins(program, round.number());
        List<Claim> claims = new ArrayList<>();
        for (ChecklistItem item : round.counted(each -> round.answer(each).given())) {
            Origin origin = origins.get(item.id());
            if (origin == null || origin.source() == null) {
                claims.add(claim(item.id(), round.answer(item)));
            }
        }
        company.claim(program, SUBJECT, round.number(), claims);
    }

    /** One answer was put right after the gate, so it is what the company holds from now on. */
    void correct(String program, int round, String item, Answer answer) {
        company.correct(program, SUBJECT, round, claim(item, answer));
    }

    private static Claim claim(String item, Answer answer) {
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "owner", answer.owner());
        put(details, "evidence", answer.evidence());
        put(details, "reason", answer.reason());
        return new Claim(item, said(answer), details);
    }

    void hold(String program, int round) {
        company.hold(program, SUBJECT, round);
    }

    /** Where this program's answers are not what the company holds or another program is about to say. */
    List<Difference> differences(String program, Round round) {
        Map<String, String> mine = new LinkedHashMap<>();
        round.counted(item -> round.answer(item).given())
                .forEach(item -> mine.put(item.id(), said(round.answer(item))));
        return mine.isEmpty() ? List.of() : company.differences(program, SUBJECT, mine);
    }

    static Answer answer(Truth truth) {
        return new Answer(
                Answer.State.valueOf(truth.said()),
                truth.details().get("owner"),
                truth.details().get("evidence"),
                truth.details().get("reason"));
    }

    private static String said(Answer answer) {
        return String.valueOf(answer.state());
    }

    private static void put(Map<String, String> details, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            details.put(name, text);
        }
    }
}
