package org.waymark.model.usecases;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.catalogue.UseCase;

/** A use case a program added itself: a name, a sentence, how much work it is, what it serves and what it needs. */
record Own(
        @Nullable String id,
        @Nullable String name,
        @Nullable String sentence,
        @Nullable String effort,
        List<String> values,
        List<String> capabilities) {

    static final int MOST = 20;

    private static final Pattern ID = Pattern.compile("OWN-[0-9]{1,2}");

    Own {
        values = ids(values);
        capabilities = ids(capabilities);
    }

    private static List<String> ids(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream().filter(Objects::nonNull).distinct().toList();
    }

    static boolean is(String id) {
        return ID.matcher(id).matches();
    }

    /** Nobody has typed anything: the line is not there. */
    boolean blank() {
        return ChooseUseCases.blank(name) && ChooseUseCases.blank(sentence);
    }

    /** As the catalogue would show it; medium effort until somebody says otherwise. */
    UseCase asUseCase() {
        return new UseCase(
                String.valueOf(id),
                ChooseUseCases.blank(name) ? String.valueOf(id) : String.valueOf(name),
                sentence == null ? "" : sentence,
                List.of(),
                capabilities,
                "",
                1,
                effort == null ? Effort.M.name() : effort,
                values);
    }
}
