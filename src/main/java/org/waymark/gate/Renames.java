package org.waymark.gate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.catalogue.Renamed;

/** Tells a new name from a new answer: the same words, but for what the catalogue calls differently today. */
class Renames {

    private final Map<String, Set<Renamed>> byFormer = new LinkedHashMap<>();
    private final Set<Renamed> met = new LinkedHashSet<>();
    private final Pattern formers;

    Renames(List<Renamed> all) {
        all.stream()
                .sorted((one, two) -> two.was().length() - one.was().length())
                .forEach(one -> byFormer.computeIfAbsent(one.was(), any -> new LinkedHashSet<>())
                        .add(one));
        formers = Pattern.compile(byFormer.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** Whether both say the same; wherever a former name stands, the new one may stand today. */
    boolean same(String then, String now) {
        if (Rewritten.same(then, now)) {
            return true;
        }
        if (byFormer.isEmpty()) {
            return false;
        }
        Matcher former = formers.matcher(then);
        StringBuilder either = new StringBuilder();
        Set<Renamed> used = new LinkedHashSet<>();
        int from = 0;
        while (former.find()) {
            Set<Renamed> ways = byFormer.getOrDefault(former.group(), Set.of());
            used.addAll(ways);
            either.append(Pattern.quote(then.substring(from, former.start())))
                    .append("(?:")
                    .append(Pattern.quote(former.group()))
                    .append('|')
                    .append(ways.stream().map(one -> Pattern.quote(one.now())).collect(Collectors.joining("|")))
                    .append(')');
            from = former.end();
        }
        either.append(Pattern.quote(then.substring(from)));
        if (used.isEmpty() || !Pattern.matches(either.toString(), now)) {
            return false;
        }
        used.stream().filter(one -> now.contains(one.now())).forEach(met::add);
        return true;
    }

    /** The new names that were met, each once. */
    List<Renamed> met() {
        return List.copyOf(met);
    }
}
