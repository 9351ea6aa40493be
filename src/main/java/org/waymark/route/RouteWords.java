package org.waymark.route;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.security.People;
import org.waymark.web.Texts;

/** Says a panel in words: for which gates, who sits on it, how many of them it takes. */
@Component
public class RouteWords {

    private final Texts texts;
    private final People people;

    RouteWords(Texts texts, People people) {
        this.texts = texts;
        this.people = people;
    }

    /** A panel of one's own, as its settings show it. */
    public record Row(
            long id, String where, String who, int quorum, boolean inSequence, boolean votesOpen, String reason) {}

    public List<Row> rows(List<OwnRoute> routes) {
        return routes.stream()
                .map(one -> new Row(
                        one.id(),
                        where(one.subject()),
                        who(one.panel()),
                        one.quorum(),
                        one.inSequence(),
                        one.votesOpen(),
                        one.reason()))
                .toList();
    }

    /** {@code roi/FULL/*} in words. */
    public String where(String subject) {
        String[] at = subject.split("/", -1);
        return texts.of(
                "gate.route.where",
                part(at, 0, "stage.", "gate.route.every"),
                part(at, 1, "program.depth.", "gate.route.depths"),
                part(at, 2, "portfolio.band.", "gate.route.bands"));
    }

    private String part(String[] at, int place, String keys, String any) {
        String one = place < at.length ? at[place] : "*";
        return "*".equals(one) ? texts.of(any) : texts.or(keys + one, one);
    }

    /** {@code FINANCE!,#LEADERSHIP/2} in words. */
    public String who(String panel) {
        return Arrays.stream(panel.split(",")).map(this::seat).collect(Collectors.joining(", "));
    }

    private String seat(String token) {
        String source = token.replaceAll("(!|/\\d)$", "");
        String name = source(source);
        if (token.endsWith("!")) {
            return texts.of("gate.route.veto", name);
        }
        return token.equals(source) ? name : texts.of("gate.route.least", name, token.substring(token.length() - 1));
    }

    /** A part or a group by its name, a person by theirs. */
    public String source(@Nullable String source) {
        String said = String.valueOf(source);
        return said.startsWith("@")
                ? people.nameOf(said.substring(1))
                : said.startsWith("#")
                        ? texts.or("stakeholder.group." + said.substring(1), said.substring(1))
                        : texts.or("stakeholder.part." + said, said);
    }
}
