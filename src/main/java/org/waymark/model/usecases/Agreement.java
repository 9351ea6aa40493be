package org.waymark.model.usecases;

import org.jspecify.annotations.Nullable;

/** One team's answer to one use case, with who gave it. */
record Agreement(
        String useCase,
        Side side,
        String functionCode,
        String person,
        Answer answer,
        @Nullable String reason) {}
