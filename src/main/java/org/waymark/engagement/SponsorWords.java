package org.waymark.engagement;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItem;
import org.waymark.program.Program;
import org.waymark.program.StageState;
import org.waymark.security.People;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** Says in the reader's words what a sponsor is suggested to do, and why. */
@Component
class SponsorWords {

    private final Stalls stalls;
    private final MeasureWords words;
    private final Team team;
    private final People people;
    private final Texts texts;

    SponsorWords(Stalls stalls, MeasureWords words, Team team, People people, Texts texts) {
        this.stalls = stalls;
        this.words = words;
        this.team = team;
        this.people = people;
        this.texts = texts;
    }

    /** An act, why it is suggested, and where it is done. */
    SponsorAct of(Program program, SponsorRules.Found found) {
        String home = "/programs/" + program.code();
        return switch (found.rule()) {
            case DECIDE, ANSWER -> task(program, found);
            case CALL -> call(program, found);
            case REPLY, CONCERN -> {
                SponsorRules.Worry worry = (SponsorRules.Worry) found.ground();
                Concern one = worry.concern();
                boolean own = found.rule() == SponsorAct.Rule.REPLY;
                yield new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of(
                                own ? "engagement.act.reply" : "engagement.act.concern",
                                people.nameOf(one.raisedBy()),
                                people.nameOf(one.owner())),
                        texts.of("engagement.act.concern.why", one.words(), worry.days()),
                        home + "/concerns#concern-" + one.id());
            }
            case TELL -> {
                StageState stage = (StageState) found.ground();
                yield new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of("engagement.act.tell", texts.of("stage." + stage.stage())),
                        texts.of("engagement.act.tell.why", Dates.here().longDay(stage.decidedAt())),
                        home + "/sponsor#kit");
            }
            case THANK -> {
                QuickWins.QuickWin win = (QuickWins.QuickWin) found.ground();
                yield new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of("engagement.act.thank", people.nameOf(win.addedBy())),
                        texts.of("engagement.act.thank.why", win.changed(), win.forWhom()),
                        home + "/quick-wins");
            }
            case SAY ->
                new SponsorAct(
                        found.rule(),
                        found.subject(),
                        texts.of("engagement.sponsor.say"),
                        found.ground().equals(true)
                                ? texts.of("engagement.act.say.why", SponsorRules.SILENCE)
                                : texts.of("engagement.sponsor.say.why"),
                        home + "/sponsor#kit");
        };
    }

    private SponsorAct task(Program program, SponsorRules.Found found) {
        boolean decides = found.rule() == SponsorAct.Rule.DECIDE;
        SponsorRules.Open open = (SponsorRules.Open) found.ground();
        WorkItem item = open.item();
        Stall behind = stalls.behind(program.code(), item);
        String what = item.calledHere() + ": " + texts.of("stage." + item.stage());
        return new SponsorAct(
                found.rule(),
                found.subject(),
                decides ? what : texts.of("engagement.act.answer", what),
                texts.of(
                                decides && behind.gates() > 0 ? "engagement.sponsor.holds" : "engagement.sponsor.waits",
                                open.days(),
                                behind.gates(),
                                behind.tasks())
                        + (decides ? "" : " " + texts.of("engagement.act.answer.why")),
                "/my-work/" + item.task());
    }

    private SponsorAct call(Program program, SponsorRules.Found found) {
        SponsorRules.Open open = (SponsorRules.Open) found.ground();
        String function = aloneFor(program.code(), found.subject());
        return new SponsorAct(
                found.rule(),
                found.subject(),
                texts.of("engagement.sponsor.call", people.nameOf(found.subject())),
                texts.of("engagement.act.call.why", open.item().calledHere(), open.days())
                        + " "
                        + texts.of(
                                function.isEmpty() ? "engagement.sponsor.call.why" : "engagement.sponsor.call.for",
                                function),
                "/programs/" + program.code() + "/measures/engagement");
    }

    /** A function nobody else speaks for; empty when there is none. */
    private String aloneFor(String code, String person) {
        List<Member> members = team.members(code);
        return team.functions(code, person).stream()
                .filter(function -> members.stream()
                        .filter(one -> function.equals(one.function()))
                        .allMatch(one -> one.person().equals(person)))
                .map(words::function)
                .findFirst()
                .orElse("");
    }
}
