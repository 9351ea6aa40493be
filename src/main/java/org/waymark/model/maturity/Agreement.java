package org.waymark.model.maturity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was agreed: a level per dimension, the ambition with its sentence, and the state of the chasm conditions. */
record Agreement(
        Map<String, Level> levels,
        Map<String, @Nullable Integer> ambition,
        @Nullable String sentence,
        Map<String, Crossing> chasm) {

    static final List<String> HORIZONS = List.of("2", "5", "10");

    /** The level of one dimension, why it differs from the middle vote, and who sees it differently. */
    record Level(
            @Nullable Integer level,
            @Nullable String reason,
            @Nullable String dissent) {

        boolean spokenAbout() {
            return !blank(reason) || !blank(dissent);
        }
    }

    /** One condition for crossing the chasm: its state and what shows it. */
    record Crossing(
            Overall.@Nullable Condition state, @Nullable String evidence) {}

    Agreement {
        levels = levels == null ? Map.of() : new LinkedHashMap<>(levels);
        ambition = ambition == null ? Map.of() : new LinkedHashMap<>(ambition);
        chasm = chasm == null ? Map.of() : new LinkedHashMap<>(chasm);
    }

    static Agreement blank() {
        return new Agreement(Map.of(), Map.of(), null, Map.of());
    }

    Level level(String dimension) {
        return Objects.requireNonNullElse(levels.get(dimension), new Level(null, null, null));
    }

    Crossing crossing(String condition) {
        return Objects.requireNonNullElse(chasm.get(condition), new Crossing(null, null));
    }

    /** Whether anybody wants to stand beyond the chasm within ten years. */
    boolean reachesBeyondTheChasm() {
        return HORIZONS.stream().map(ambition::get).anyMatch(level -> level != null && level >= 3);
    }

    boolean ambitionStated() {
        return !blank(sentence) && HORIZONS.stream().allMatch(years -> ambition.get(years) != null);
    }

    /** The level of the whole, once every dimension has one. */
    Optional<Overall> overall(List<String> dimensions) {
        List<Integer> agreed = new ArrayList<>();
        for (String dimension : dimensions) {
            Integer level = level(dimension).level();
            if (level == null) {
                return Optional.empty();
            }
            agreed.add(level);
        }
        Map<String, Overall.Condition> states = new LinkedHashMap<>();
        chasm.forEach((id, crossing) -> {
            if (crossing != null && crossing.state() != null) {
                states.put(id, crossing.state());
            }
        });
        return Optional.of(Overall.of(agreed, states));
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
