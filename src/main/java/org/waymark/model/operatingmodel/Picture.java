package org.waymark.model.operatingmodel;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
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

    /** One function and what is in place of the items it leads or owns; no items is a finding of its own. */
    record Heat(Function function, Score score) {}

    static List<Line> grid(Round round) {
        return Round.CS.stream()
                .map(c -> new Line(
                        c, Round.VERBS.stream().map(verb -> round.cell(c, verb)).toList()))
                .toList();
    }

    List<Heat> heat(String program, Round round) {
        List<Function> functions = catalogue.functions();
        Map<String, Score> scores =
                round.heat(functions.stream().map(Function::id).toList(), rounds.functionsOfPeople(program));
        return functions.stream()
                .map(function -> new Heat(function, scores.getOrDefault(function.id(), Score.of(List.of()))))
                .toList();
    }
}
