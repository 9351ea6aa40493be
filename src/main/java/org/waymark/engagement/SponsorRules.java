package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.waymark.engagement.SponsorAct.Rule;
import org.waymark.process.WorkItem;
import org.waymark.program.StageState;

/** From what ground which act is suggested; an act goes when its ground goes, and rests for a while once it is done. */
record SponsorRules(
        String sponsor,
        boolean running,
        OffsetDateTime now,
        List<Open> tasks,
        List<Worry> concerns,
        List<QuickWins.QuickWin> wins,
        List<StageState> stages,
        List<SponsorAct.Done> done) {

    static final int MOST = 3;
    /** Working days after which somebody is worth a call, and a concern a question. */
    static final int PATIENCE = Engagement.GRACE;
    /** Days for which something agreed or won is news. */
    static final int NEWS = 14;
    /** Days for which an act that is done is not suggested again. */
    static final int REST = 14;
    /** Days without a word from the sponsor after which one is due. */
    static final int SILENCE = 30;

    /** An open task: with whom, and for how many working days. */
    record Open(WorkItem item, int days, boolean late) {

        String person() {
            return Objects.requireNonNullElse(item.assignee(), "");
        }
    }

    /** A concern without an answer, for so many working days. */
    record Worry(Concern concern, int days) {}

    /** What a rule found: which thing it is about, and what the words need to know. */
    record Found(Rule rule, String subject, Object ground) {

        boolean is(String ruleName, String of) {
            return rule.name().equals(ruleName) && subject.equals(of);
        }
    }

    /** Everything there is ground for now and that was not done lately, the weightiest first. */
    List<Found> all() {
        List<Found> all = new ArrayList<>();
        own(all);
        if (running) {
            calls(all);
            concerns(all);
            news(all);
            silence(all);
        }
        all.removeIf(this::rests);
        all.sort(Comparator.comparing(Found::rule));
        return all;
    }

    /** At most three: the weightiest of each group first, then whatever weighs most. */
    static List<Found> few(List<Found> all) {
        List<Found> few = new ArrayList<>();
        Set<SponsorAct.Group> seen = EnumSet.noneOf(SponsorAct.Group.class);
        all.stream().filter(one -> seen.add(one.rule().group())).forEach(few::add);
        all.stream().filter(one -> !few.contains(one)).forEach(few::add);
        List<Found> most = new ArrayList<>(few.subList(0, Math.min(MOST, few.size())));
        most.sort(Comparator.comparing(Found::rule));
        return most;
    }

    private void own(List<Found> all) {
        for (Open task : tasks) {
            if (task.person().equals(sponsor)) {
                all.add(new Found(
                        WorkItem.DECISIONS.contains(task.item().taskKey()) ? Rule.DECIDE : Rule.ANSWER,
                        task.item().task(),
                        task));
            }
        }
        for (Worry worry : concerns) {
            if (worry.concern().isOpen() && worry.concern().owner().equals(sponsor)) {
                all.add(new Found(Rule.REPLY, String.valueOf(worry.concern().id()), worry));
            }
        }
    }

    /** One call a person, about what has waited longest with them; the longest wait first. */
    private void calls(List<Found> all) {
        Map<String, Open> longest = new LinkedHashMap<>();
        for (Open task : tasks) {
            if (!task.person().equals(sponsor)
                    && !task.person().isEmpty()
                    && (task.late() || task.days() >= PATIENCE)) {
                longest.merge(task.person(), task, (one, two) -> two.days() > one.days() ? two : one);
            }
        }
        longest.values().stream()
                .sorted(Comparator.comparingInt(Open::days).reversed())
                .forEach(task -> all.add(new Found(Rule.CALL, task.person(), task)));
    }

    private void concerns(List<Found> all) {
        LocalDate today = now.toLocalDate();
        concerns.stream()
                .filter(worry -> worry.concern().isOpen()
                        && !worry.concern().owner().equals(sponsor)
                        && (worry.days() >= PATIENCE || worry.concern().isLate(today)))
                .sorted(Comparator.comparingInt(Worry::days).reversed())
                .forEach(worry -> all.add(
                        new Found(Rule.CONCERN, String.valueOf(worry.concern().id()), worry)));
    }

    private void news(List<Found> all) {
        for (StageState stage : stages) {
            OffsetDateTime decided = stage.decidedAt();
            if (stage.isPassed() && decided != null && decided.isAfter(now.minusDays(NEWS))) {
                all.add(new Found(Rule.TELL, stage.stage() + "/" + stage.round(), stage));
            }
        }
        for (QuickWins.QuickWin win : wins) {
            if (win.addedAt().isAfter(now.minusDays(NEWS)) && !win.addedBy().equals(sponsor)) {
                all.add(new Found(Rule.THANK, String.valueOf(win.id()), win));
            }
        }
    }

    private void silence(List<Found> all) {
        boolean spoke = done.stream()
                .anyMatch(one -> one.kind().equals(SponsorAct.Group.COMMUNICATE.name())
                        && one.doneAt().isAfter(now.minusDays(SILENCE)));
        if (!spoke && all.stream().noneMatch(one -> one.rule() == Rule.TELL)) {
            boolean waits = all.stream().anyMatch(one -> one.rule().group() == SponsorAct.Group.TAKE_PART);
            all.add(new Found(Rule.SAY, "program", waits));
        }
    }

    private boolean rests(Found found) {
        return done.stream()
                .anyMatch(one -> one.ruleName().equals(found.rule().name())
                        && one.subject().equals(found.subject())
                        && one.doneAt().isAfter(now.minusDays(REST)));
    }
}
