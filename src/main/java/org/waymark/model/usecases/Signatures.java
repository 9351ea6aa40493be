package org.waymark.model.usecases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Both teams' answers to one use case. */
record Signatures(Choice choice, Map<Side, Agreement> answers) {

    enum State {
        SIGNED,
        OPEN,
        REFUSED
    }

    static Signatures of(Choice choice, List<Agreement> agreements) {
        Map<Side, Agreement> answers = new EnumMap<>(Side.class);
        for (Agreement agreement : agreements) {
            // an answer given for another function than the one chosen now is an answer to another question
            if (agreement.useCase().equals(choice.useCase())
                    && agreement.functionCode().equals(choice.function(agreement.side()))) {
                answers.put(agreement.side(), agreement);
            }
        }
        return new Signatures(choice, answers);
    }

    Optional<Agreement> of(Side side) {
        return Optional.ofNullable(answers.get(side));
    }

    State state() {
        if (answers.values().stream().anyMatch(agreement -> !agreement.answer().agrees())) {
            return State.REFUSED;
        }
        return answers.size() == Side.values().length ? State.SIGNED : State.OPEN;
    }
}
