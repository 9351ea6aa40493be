package org.waymark.gate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody answers when the sponsor asks for more. */
record Answers(List<Answer> answers) {

    Answers {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    record Answer(
            @Nullable Long question,
            @Nullable String text,
            @Nullable String evidence) {}

    /** What was written to one question. */
    public Optional<Answer> to(long question) {
        return answers.stream()
                .filter(answer -> answer.question() != null && answer.question() == question)
                .findFirst();
    }
}
