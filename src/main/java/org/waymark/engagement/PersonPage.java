package org.waymark.engagement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Minutes;
import org.waymark.program.Program;
import org.waymark.security.People;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.stage.Mine;
import org.waymark.stage.Pledges;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;

/** What one person finds on their own page of a program: what is theirs, done and to come, and what it gives them. */
@Component
class PersonPage {

    private static final int DONE = 200;

    private final Commitments commitments;
    private final Upcoming upcoming;
    private final WorkItems items;
    private final Minutes minutes;
    private final Stages stages;
    private final ObjectProvider<Pledges> pledges;
    private final ObjectProvider<Chain> chains;
    private final Team team;
    private final People people;
    private final MeasureWords words;

    PersonPage(
            Commitments commitments,
            Upcoming upcoming,
            WorkItems items,
            Minutes minutes,
            Stages stages,
            ObjectProvider<Pledges> pledges,
            ObjectProvider<Chain> chains,
            Team team,
            People people,
            MeasureWords words) {
        this.commitments = commitments;
        this.upcoming = upcoming;
        this.items = items;
        this.minutes = minutes;
        this.stages = stages;
        this.pledges = pledges;
        this.chains = chains;
        this.team = team;
        this.people = people;
        this.words = words;
    }

    /** One's own answers to a stage beside the group's. */
    record Answers(String stage, Mine mine) {}

    /** Minutes promised at launch and used so far: of what is done, and still to come. */
    record Attention(int tasksDone, int used, int promisedDone, int tasksLater, int promisedLater) {}

    /** What a function brings into the plan and what it is asked to give; the money is by whoever vouches for it. */
    record Balance(List<String> functions, List<String> brings, List<String> gives, int people, int minutes) {}

    @Transactional(readOnly = true)
    Map<String, Object> of(Program program, String person) {
        String code = program.code();
        List<Commitment> mine = commitments.of(person, code);
        List<Upcoming.Later> later = upcoming.of(program, person);
        List<WorkItem> done = items.doneBy(person, DONE).stream()
                .filter(item -> item.program().equals(code))
                .toList();
        List<Commitment> tasks =
                mine.stream().filter(one -> one.kind() == Commitment.Kind.TASK).toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("tasks", tasks);
        model.put(
                "promised",
                mine.stream().filter(one -> one.kind() != Commitment.Kind.TASK).toList());
        model.put("later", later);
        LocalDate next = later.stream()
                .map(Upcoming.Later::about)
                .filter(Objects::nonNull)
                .map(LocalDate.class::cast)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (next != null) {
            model.put("next", next);
        }
        model.put("done", done);
        model.put("answers", answers(code, person));
        model.put("attention", attention(code, person, done, tasks.size(), later));
        model.put("balance", balance(program, person));
        model.put("values", values(code));
        model.put("ambition", ambition(code));
        return model;
    }

    private List<Answers> answers(String code, String person) {
        return stages.inOrder().stream()
                .map(stage -> new Answers(stage.stage(), stage.mine(code, person)))
                .filter(one -> !one.mine().sections().isEmpty())
                .toList();
    }

    private Attention attention(String code, String person, List<WorkItem> done, int open, List<Upcoming.Later> later) {
        Map<String, Integer> promised = minutes.promised(code);
        int waiting = items.openOf(person).stream()
                .filter(item -> item.program().equals(code))
                .mapToInt(item -> promised.getOrDefault(item.taskKey(), 0))
                .sum();
        int used = minutes.shares(code).stream()
                .filter(share -> share.person().equals(person))
                .mapToInt(Minutes.Share::used)
                .sum();
        return new Attention(
                done.size(),
                used,
                done.stream()
                        .mapToInt(item -> promised.getOrDefault(item.taskKey(), 0))
                        .sum(),
                open + later.size(),
                waiting + later.stream().mapToInt(Upcoming.Later::minutes).sum());
    }

    private Balance balance(Program program, String person) {
        String code = program.code();
        List<String> own = team.functions(code, person);
        Set<String> colleagues = team.members(code).stream()
                .filter(member -> member.function() != null && own.contains(member.function()))
                .map(Member::person)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Boolean, List<String>> byMoney = pledges.stream()
                .flatMap(stage -> stage.of(code).stream()
                        .filter(pledge -> colleagues.contains(pledge.person()))
                        .map(pledge -> Map.entry(stage.stage().equals("roi"), pledge.words())))
                .collect(Collectors.partitioningBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, Integer> promised = minutes.promised(code);
        int asked = 0;
        for (String colleague : colleagues) {
            asked += Stream.concat(items.doneBy(colleague, DONE).stream(), items.openOf(colleague).stream())
                    .filter(item -> item.program().equals(code))
                    .mapToInt(item -> promised.getOrDefault(item.taskKey(), 0))
                    .sum();
            asked += upcoming.of(program, colleague).stream()
                    .mapToInt(Upcoming.Later::minutes)
                    .sum();
        }
        return new Balance(
                own.stream().map(words::function).toList(),
                byMoney.getOrDefault(true, List.of()),
                byMoney.getOrDefault(false, List.of()),
                colleagues.size(),
                asked);
    }

    private List<Element> values(String code) {
        return chains.stream()
                .filter(chain -> chain.stage().equals("values"))
                .flatMap(chain -> chain.of(code).stream())
                .toList();
    }

    private String ambition(String code) {
        StageModel maturity = stages.of("maturity");
        return maturity.measures(code).getOrDefault("ambition", "");
    }

    /** Who runs the program, for questions. */
    String manager(String code) {
        return people.nameOf(team.manager(code));
    }
}
