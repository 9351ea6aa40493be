package org.waymark.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.process.Rows;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Team;
import org.waymark.web.Languages;
import org.waymark.web.Refusal;

/** Who is named in a comment: picked from the program's people, or written in it as @ and their whole name. */
@Component
class Mentions {

    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Team team;
    private final People people;

    Mentions(JdbcClient jdbc, Team team, People people) {
        this.jdbc = jdbc;
        this.team = team;
        this.people = people;
    }

    /** A stretch of a comment: words, or somebody's name. */
    public record Stretch(String words, boolean name) {}

    /** The people of a program who can be named, by their names. */
    List<Person> nameable(String program) {
        return team.of(program).stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .filter(Person::active)
                .sorted(Comparator.comparing(Person::name, Languages.order()))
                .toList();
    }

    /** Everybody who is named, without the author; somebody from outside the program is refused, not skipped. */
    Set<String> resolve(String program, String words, @Nullable Collection<String> picked, String author) {
        List<Person> known = nameable(program);
        Set<String> named = new LinkedHashSet<>();
        for (String one : picked == null ? List.<String>of() : picked) {
            if (one == null || one.isBlank()) {
                continue;
            }
            if (known.stream().noneMatch(person -> person.id().equals(one))) {
                throw Refusal.invalid("comment.mention.unknown").at("mentions");
            }
            named.add(one);
        }
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            String name = longest(known, words, at);
            known.stream()
                    .filter(person -> person.name().equalsIgnoreCase(name))
                    .forEach(person -> named.add(person.id()));
        }
        named.remove(author);
        if (named.size() > MOST) {
            throw Refusal.bad("comment.mention.many", MOST).at("mentions");
        }
        return named;
    }

    /** The words cut where somebody of the program is named in them. */
    List<Stretch> stretches(List<Person> known, String words) {
        List<Stretch> cut = new ArrayList<>();
        int from = 0;
        for (int at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
            String name = longest(known, words, at);
            if (!name.isEmpty()) {
                if (at > from) {
                    cut.add(new Stretch(words.substring(from, at), false));
                }
                from = at + 1 + name.length();
                cut.add(new Stretch(words.substring(at, from), true));
            }
        }
        if (from < words.length()) {
            cut.add(new Stretch(words.substring(from), false));
        }
        return cut;
    }

    private record Named(long said, String person) {}

    List<String> of(long comment) {
        return of(List.of(comment)).getOrDefault(comment, List.of());
    }

    /** Who is named in each of these comments. */
    Map<Long, List<String>> of(Collection<Long> comments) {
        if (comments.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select said, person from comment_mention where said in (:comments) order by said, person")
                .param("comments", comments)
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Named::said, Collectors.mapping(Named::person, Collectors.toList())));
    }

    void keep(long comment, Set<String> named) {
        jdbc.sql("delete from comment_mention where said = :said")
                .param("said", comment)
                .update();
        Rows.insert(jdbc, "comment_mention (said, person)", List.copyOf(named), one -> List.of(comment, one));
    }

    /** The longest name that stands after this sign and ends there: Ann is not meant by Anna. */
    private static String longest(List<Person> known, String words, int sign) {
        String rest = words.substring(sign + 1);
        return known.stream()
                .map(Person::name)
                .filter(name -> !name.isBlank() && begins(rest, name))
                .max(Comparator.comparingInt(String::length))
                .map(name -> rest.substring(0, name.length()))
                .orElse("");
    }

    private static boolean begins(String rest, String name) {
        return rest.regionMatches(true, 0, name, 0, name.length())
                && (rest.length() == name.length() || !Character.isLetterOrDigit(rest.codePointAt(name.length())));
    }
}
