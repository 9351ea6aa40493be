package org.waymark.model.usecases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line in which a manager adds a use case and decides about it at once. */
record OwnItem(
        @Nullable String id,
        @Nullable String name,
        @Nullable String sentence,
        @Nullable String effort,
        List<String> values,
        List<String> capabilities,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String asking,
        @Nullable String accepting) {

    OwnItem {
        values = values == null ? List.of() : values;
        capabilities = capabilities == null ? List.of() : capabilities;
    }

    static OwnItem of(Own own, @Nullable Choice last) {
        return new OwnItem(
                own.id(),
                own.name(),
                own.sentence(),
                own.effort(),
                own.values(),
                own.capabilities(),
                last == null ? null : last.decision().name(),
                last == null ? null : last.reason(),
                last == null ? null : last.asking(),
                last == null ? null : last.accepting());
    }

    Own own() {
        return new Own(id, name, sentence, effort, values, capabilities);
    }

    ChooseUseCases.Item item() {
        return new ChooseUseCases.Item(id, decision, reason, asking, accepting);
    }
}
