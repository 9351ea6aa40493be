package org.waymark.gate;

import static org.waymark.promise.Inputs.said;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.process.Missing;
import org.waymark.promise.Inputs;
import org.waymark.promise.Promise;

/** What a decision still lacks before it may be made; pure, so that page, Tasklist and API cannot differ. */
record VerdictRules(
        List<Finding> findings,
        Recommendation recommendation,
        LocalDate today,
        List<String> stagesSoFar,
        boolean mayAsk,
        boolean chair,
        Predicate<String> person) {

    List<Missing> missing(Verdict draft) {
        List<Missing> missing = new ArrayList<>();
        Decision decision = draft.decision();
        if (decision == null) {
            missing.add(new Missing("decision", "gate.decide.choose"));
            return missing;
        }
        switch (decision) {
            case GO -> go(draft, missing);
            case CONDITIONAL_GO -> conditionalGo(draft, missing);
            case RECYCLE -> sendBack(draft, missing);
            case HOLD -> hold(draft, missing);
            case MORE_INFORMATION -> ask(draft, missing);
            case KILL -> {}
        }
        if (draft.why() == null) {
            if (!decision.passes()) {
                missing.add(new Missing("reason", "gate.decide.reason"));
            } else if (recommendation.contradicts(decision)) {
                missing.add(new Missing("reason", "gate.decide.reason.against"));
            } else if (chair) {
                missing.add(new Missing("reason", "gate.decide.reason.chair"));
            }
        }
        return missing;
    }

    private void blocked(List<Missing> missing) {
        findings.stream()
                .filter(Finding::blocks)
                .forEach(finding -> missing.add(new Missing("decision", "gate.decide.blocked", finding.text())));
    }

    private void go(Verdict draft, List<Missing> missing) {
        blocked(missing);
        unanswered(draft, Set.of())
                .forEach(finding -> missing.add(new Missing(
                        finding.waiverAsked() ? "waivers" : "decision",
                        finding.waiverAsked() ? "gate.decide.waive" : "gate.decide.unmet",
                        finding.text())));
    }

    private void conditionalGo(Verdict draft, List<Missing> missing) {
        blocked(missing);
        List<Promise> rows = draft.conditions();
        if (draft.promises().isEmpty()) {
            missing.add(new Missing("conditions[0].text", "gate.decide.condition.none"));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).written()) {
                promise(rows.get(i), "conditions[" + i + "].", missing);
            }
        }
        Set<String> promised = draft.promises().stream()
                .map(Promise::criterion)
                .filter(Inputs::said)
                .collect(Collectors.toSet());
        unanswered(draft, promised)
                .forEach(finding ->
                        missing.add(new Missing("conditions", "gate.decide.condition.unanswered", finding.text())));
    }

    private void promise(Promise promise, String at, List<Missing> missing) {
        if (!said(promise.text())) {
            missing.add(new Missing(at + "text", "gate.decide.condition.text"));
        }
        String owner = promise.owner();
        if (owner == null || owner.isBlank()) {
            missing.add(new Missing(at + "owner", "gate.decide.condition.owner"));
        } else if (!person.test(owner)) {
            missing.add(new Missing(at + "owner", "gate.person", owner));
        }
        Inputs.date(promise.due(), today, at + "due", "gate.decide.condition.due", missing);
    }

    private void sendBack(Verdict draft, List<Missing> missing) {
        String to = draft.recycleTo();
        if (to == null || !said(to)) {
            missing.add(new Missing("recycleTo", "gate.decide.stage"));
        } else if (!stagesSoFar.contains(to)) {
            missing.add(new Missing("recycleTo", "gate.decide.stage.later"));
        }
    }

    private void hold(Verdict draft, List<Missing> missing) {
        Inputs.date(draft.holdUntil(), today.plusDays(1), "holdUntil", "gate.decide.hold", missing);
    }

    private void ask(Verdict draft, List<Missing> missing) {
        if (!mayAsk) {
            missing.add(new Missing("decision", "gate.decide.asked"));
        }
        List<Verdict.Ask> rows = draft.questions();
        if (rows.stream().noneMatch(Verdict.Ask::written)) {
            missing.add(new Missing("questions[0].text", "gate.decide.question.none"));
        }
        for (int i = 0; i < rows.size(); i++) {
            Verdict.Ask row = rows.get(i);
            if (!row.written()) {
                continue;
            }
            if (!said(row.text())) {
                missing.add(new Missing("questions[" + i + "].text", "gate.decide.question.text"));
            }
            String to = row.to();
            if (to == null || to.isBlank()) {
                missing.add(new Missing("questions[" + i + "].to", "gate.decide.question.to"));
            } else if (!person.test(to)) {
                missing.add(new Missing("questions[" + i + "].to", "gate.person", to));
            }
        }
    }

    /** Required findings that neither a waiver somebody asked for nor a condition answers. */
    private List<Finding> unanswered(Verdict draft, Set<String> promised) {
        return findings.stream()
                .filter(Finding::needsAnswer)
                .filter(finding -> !promised.contains(finding.criterion()))
                .filter(finding -> !(finding.waiverAsked() && draft.waivers().contains(finding.criterion())))
                .toList();
    }
}
