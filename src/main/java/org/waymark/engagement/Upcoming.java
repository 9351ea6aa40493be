package org.waymark.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.program.Minutes;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.stage.Ask;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** What a program will still ask of one person, and about when. */
@Component
class Upcoming {

    private final Programs programs;
    private final Stages stages;
    private final Team team;
    private final Minutes minutes;
    private final Measures measures;
    private final Texts texts;

    Upcoming(Programs programs, Stages stages, Team team, Minutes minutes, Measures measures, Texts texts) {
        this.programs = programs;
        this.stages = stages;
        this.team = team;
        this.minutes = minutes;
        this.measures = measures;
        this.texts = texts;
    }

    /** One task of a later stage: about when that stage opens, and the minutes promised. */
    record Later(String stage, String what, @Nullable LocalDate about, int minutes) {}

    /** In the order of the journey; a stage opens when the gate before it is planned. */
    List<Later> of(Program program, String person) {
        List<Later> later = new ArrayList<>();
        if (!program.isRunning()) {
            return later;
        }
        List<Member> members = team.members(program.code());
        Map<String, Integer> promised = minutes.promised(program.code());
        LocalDate opens = null;
        for (StageState state : programs.stages(program.code())) {
            if (state.state().equals("AHEAD")) {
                for (Ask ask : model(state.stage()).asks()) {
                    if (asked(ask, members, person)) {
                        later.add(new Later(
                                state.stage(),
                                texts.of("portfolio.minutes.task." + ask.task()),
                                opens,
                                promised.getOrDefault(ask.task(), ask.minutes())));
                    }
                }
            }
            if (!state.isPassed()) {
                opens = later(state.planned(), measures.now().toLocalDate());
            }
        }
        return later;
    }

    private StageModel model(String stage) {
        return stages.of(stage);
    }

    private static LocalDate later(@Nullable LocalDate planned, LocalDate today) {
        return planned == null || planned.isBefore(today) ? today : planned;
    }

    /** The same people the price of attention counts; whoever owns a line is known only when lines are chosen. */
    static boolean asked(Ask ask, List<Member> members, String person) {
        List<Member> own =
                members.stream().filter(one -> one.person().equals(person)).toList();
        if (ask.part().equals("OWNER") || own.isEmpty()) {
            return false;
        }
        boolean runs = own.stream().anyMatch(one -> one.part() == Part.SPONSOR || one.part() == Part.MANAGER);
        boolean nobodyRates = ask.part().equals("RATER") && members.stream().noneMatch(one -> one.part() == Part.RATER);
        if (ask.part().equals("STAKEHOLDER") || nobodyRates) {
            return !runs && own.stream().anyMatch(one -> one.part() != Part.GATEKEEPER);
        }
        Part part = Part.valueOf(ask.part());
        boolean held = members.stream().anyMatch(one -> one.part() == part);
        return own.stream().anyMatch(one -> one.part() == (held ? part : Part.MANAGER));
    }
}
