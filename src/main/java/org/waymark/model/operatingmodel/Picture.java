package org.waymark.model.operatingmodel;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.catalogue.Function;

/** The operating model at a glance: fifteen cells, and the eleven functions that face the customer. */
@Component("operatingmodelPicture")
class Picture {

    private final Catalogue catalogue;
    private final Rounds rounds;

    Picture(Catalogue catalogue, Rounds rounds) {
        this.catalogue = catalogue;
        this.rounds = rounds;
    }

    /** One C with its three cells. */
    record Line(String c, List<Score> cells) {}

    /** One function: what is in place of the items it leads or owns, in all and C by C. */
    record Heat(Function function, Score score, List<Score> cells) {

        /** Nothing it leads or owns is in place, or it leads and owns nothing: a finding of its own. */
        public boolean empty() {
            return score.standard() + score.some() == 0;
        }
    }

    /** What was in place of each function's statements a round ago; empty in the first. */
    List<Heat> heatBefore(String program, Round now) {
        return rounds.before(program, now).map(then -> heat(program, then)).orElse(List.of());
    }

    static List<Line> grid(Round round) {
        return Round.CS.stream()
                .map(c -> new Line(
                        c, Round.VERBS.stream().map(verb -> round.cell(c, verb)).toList()))
                .toList();
    }

    List<Heat> heat(String program, Round round) {
        Map<String, List<String>> people = rounds.functionsOfPeople(program);
        return catalogue.functions().stream()
                .map(function -> {
                    Predicate<ChecklistItem> part = round.takesPart(function.id(), people);
                    return new Heat(
                            function,
                            round.score(part),
                            Round.CS.stream()
                                    .map(c -> round.score(
                                            part.and(item -> item.c().equals(c))))
                                    .toList());
                })
                .toList();
    }
}
