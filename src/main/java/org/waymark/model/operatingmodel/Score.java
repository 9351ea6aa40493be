package org.waymark.model.operatingmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/** How much of a handful of statements is true here: standard everywhere counts one, some teams a half. */
record Score(int items, int applicable, int answered, int standard, int some) {

    static Score of(Collection<Answer> answers) {
        int applicable = (int) answers.stream().filter(Answer::applies).count();
        int answered = (int) answers.stream().filter(Answer::given).count();
        return new Score(
                answers.size(),
                applicable,
                answered,
                count(answers, Answer.State.STANDARD),
                count(answers, Answer.State.SOME_TEAMS));
    }

    /** The share in place in percent; nothing when no statement applies. */
    public Optional<BigDecimal> percent() {
        return applicable == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100L * standard + 50L * some)
                        .divide(BigDecimal.valueOf(applicable), 0, RoundingMode.HALF_UP));
    }

    /** How deep the cell is coloured, in five steps from 0; the number stands beside it. */
    public int shade() {
        return percent().map(share -> (share.intValue() + 24) / 25).orElse(0);
    }

    private static int count(Collection<Answer> answers, Answer.State state) {
        return (int) answers.stream().filter(answer -> answer.state() == state).count();
    }
}
