package org.waymark.program;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.stage.Ask;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;

/** The price of attention: when the journey ends and how many minutes in how many tasks it asks of each person. */
@Component
public class Price {

    private final Stages stages;
    private final Tempo tempo;

    Price(Stages stages, Tempo tempo) {
        this.stages = stages;
        this.tempo = tempo;
    }

    /** Minutes and tasks of one person. */
    public record Share(String person, int minutes, int tasks) {}

    /** The whole price: the likely end, the planned gate days, everybody's share. */
    public record Attention(LocalDate ends, Map<String, LocalDate> gates, List<Share> shares) {}

    public Attention of(List<Member> team, String depth, String investmentBand, LocalDate start) {
        Map<String, LocalDate> gates = gates(depth, investmentBand, start);
        Map<String, int[]> byPerson = new LinkedHashMap<>();
        team.forEach(member -> byPerson.putIfAbsent(member.person(), new int[2]));
        for (StageModel model : stages.inOrder()) {
            for (Ask ask : model.asks()) {
                asked(ask, team).forEach(person -> {
                    int[] share = byPerson.computeIfAbsent(person, any -> new int[2]);
                    share[0] += ask.minutes();
                    share[1]++;
                });
            }
            holders(team, Part.MANAGER).forEach(person -> add(byPerson, person, Minutes.SUBMIT));
            holders(team, Part.SPONSOR).forEach(person -> add(byPerson, person, Minutes.DECIDE));
        }
        LocalDate ends = gates.values().stream().reduce(start, (one, two) -> two);
        return new Attention(
                ends,
                gates,
                byPerson.entrySet().stream()
                        .map(one -> new Share(one.getKey(), one.getValue()[0], one.getValue()[1]))
                        .toList());
    }

    /** The seven planned gate days when nothing slips, each stage opening the day after the gate before it. */
    public Map<String, LocalDate> gates(String depth, String investmentBand, LocalDate start) {
        Map<String, LocalDate> gates = new LinkedHashMap<>();
        LocalDate opens = start;
        for (String stage : stages.ids()) {
            opens = tempo.dates(stage, depth, investmentBand, opens).gate();
            gates.put(stage, opens);
        }
        return gates;
    }

    private static void add(Map<String, int[]> byPerson, String person, int minutes) {
        int[] share = byPerson.computeIfAbsent(person, any -> new int[2]);
        share[0] += minutes;
        share[1]++;
    }

    private static List<String> asked(Ask ask, List<Member> team) {
        List<String> sponsorOrManager = team.stream()
                .filter(one -> one.part() == Part.SPONSOR || one.part() == Part.MANAGER)
                .map(Member::person)
                .toList();
        // without named raters every stakeholder is asked
        boolean nobodyRates =
                ask.part().equals("RATER") && holders(team, Part.RATER).isEmpty();
        if (nobodyRates || ask.part().equals("STAKEHOLDER") || ask.part().equals("OWNER")) {
            return team.stream()
                    .map(Member::person)
                    .distinct()
                    .filter(person -> !sponsorOrManager.contains(person))
                    .toList();
        }
        List<String> holders = holders(team, Part.valueOf(ask.part()));
        return holders.isEmpty() ? holders(team, Part.MANAGER) : holders;
    }

    private static List<String> holders(List<Member> team, Part part) {
        return team.stream()
                .filter(member -> member.part() == part)
                .map(Member::person)
                .distinct()
                .toList();
    }
}
