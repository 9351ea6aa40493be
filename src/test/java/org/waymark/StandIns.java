package org.waymark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;

/** Stand-ins for the beans of the program and its seven models. */
@SuppressWarnings("unused") // called by expressions
public final class StandIns {

    final Deque<String> outcomes = new ArrayDeque<>();
    final List<String> told = new ArrayList<>();
    final GateStandIn gate = new GateStandIn(this);
    final ConditionStandIn condition = new ConditionStandIn(this);
    final BenefitStandIn benefit = new BenefitStandIn(this);
    String owners = "FIVE_OWNERS";
    String recycleTo = "";
    String submission = "NEEDED";
    int rounds = 1;

    void reset() {
        outcomes.clear();
        told.clear();
        owners = "FIVE_OWNERS";
        submission = "NEEDED";
        rounds = 1;
    }

    static Date soon() {
        return Date.from(Instant.now().plus(Duration.ofDays(1)));
    }

    public void openStage(String program, String stage) {
        told.add("open " + stage);
    }

    public Date dueDate(String program, String stage, String phase) {
        return soon();
    }

    public Date remindAt(String program, String stage) {
        return soon();
    }

    public Date escalateAt(String program, String stage) {
        return soon();
    }

    public void remind(String program, String task) {
        told.add("remind " + task);
    }

    public void escalate(String program, String task) {
        told.add("escalate " + task);
    }

    public String manager(String program) {
        return "manager";
    }

    public String holder(String program, String part) {
        return part;
    }

    public String recycleAt(String stage, String recycleTo) {
        return stage.equals(recycleTo) ? "HERE" : "EARLIER";
    }

    public void complete(String program) {
        told.add("complete");
    }

    public void killed(String program) {
        told.add("killed");
    }

    public void submit(String task) {}

    public List<String> weighers(String program) {
        return List.of("anna", "ben");
    }

    public List<String> raters(String program) {
        return weighers(program);
    }

    public List<String> estimators(String program) {
        return weighers(program);
    }

    public List<String> signatories(String program) {
        return weighers(program);
    }

    public List<String> answerers(String program) {
        return weighers(program);
    }

    public List<String> reviewers(String program) {
        return weighers(program);
    }

    public void closeWeighing(String program) {}

    public void closeRating(String program) {}

    public void revealVotes(String program) {}

    public void closeEstimates(String program) {}

    public void closeAgreements(String program) {}

    public void closeAnswers(String program) {}

    public void closeReviews(String program) {}

    public String owners(String program) {
        return owners;
    }

    public String owner(String program, String c) {
        return c;
    }
}
