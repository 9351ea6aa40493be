package org.waymark.model.architecture;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a decision record beside the decision itself (dcfts.md 3.7): which way data flows, since or from when
 * it is connected, what it depends on, which cost lines of the return carry it, what was refused, who approves, who
 * dissents, and for what is taken away how many months both run and how its users are told.
 */
record Dossier(
        @Nullable String direction,
        @Nullable LocalDate live,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> dependsOn,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> costLines,

        @Nullable String refused,
        @Nullable String approver,
        @Nullable String dissent,
        @Nullable Integer parallelMonths,
        @Nullable String usersTold) {

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");

    static final List<String> DIRECTIONS = List.of("IN", "OUT", "BOTH");
    static final Dossier NONE = new Dossier(null, null, List.of(), List.of(), null, null, null, null, null);

    Dossier {
        dependsOn = ids(dependsOn);
        costLines = ids(costLines);
    }

    private static List<String> ids(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream()
                        .filter(Objects::nonNull)
                        .flatMap(SEPARATOR::splitAsStream)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
    }

    /** What taking something away needs beyond its cost and plan: both run for a while, its users know, one approves. */
    boolean complete() {
        return parallelMonths != null && !blank(usersTold) && approver != null;
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
