package org.waymark.model.operatingmodel;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.ChecklistItem;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.web.Texts;

/** The statements that were answered, with the capability each of them puts into daily work. */
@Component
class StatementChain implements Chain {

    private final Rounds rounds;
    private final Texts texts;

    StatementChain(Rounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "operating-model";
    }

    @Override
    public List<Element> of(String program) {
        Round round = rounds.current(program);
        return round
                .counted(
                        item -> round.answer(item).given() && round.answer(item).applies())
                .stream()
                .map(item -> element(item, round.answer(item)))
                .toList();
    }

    private Element element(ChecklistItem item, Answer answer) {
        return new Element(
                Element.Kind.STATEMENT,
                item.id(),
                item.statement(),
                String.valueOf(answer.state()),
                texts.of("operatingmodel.state." + answer.state()),
                List.of(item.capability()));
    }
}
