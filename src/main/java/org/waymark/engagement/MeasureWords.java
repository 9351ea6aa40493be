package org.waymark.engagement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.program.Program;
import org.waymark.security.People;
import org.waymark.web.Figures;
import org.waymark.web.Texts;

/** The four measures in the reader's words: a question each, its figures, and what somebody can do about it. */
@Component
public class MeasureWords {

    public static final List<String> NAMES = List.of("alignment", "engagement", "progress", "momentum");
    private static final int MOST_NAMED = 3;

    private final Catalogue catalogue;
    private final People people;
    private final Texts texts;

    MeasureWords(Catalogue catalogue, People people, Texts texts) {
        this.catalogue = catalogue;
        this.people = people;
        this.texts = texts;
    }

    /** A figure and what it counts. */
    public record Figure(String figure, String words) {}

    /** One question with its figures, never merged into one; {@code none} is said while there is nothing to show. */
    public record Card(String name, String question, List<Figure> figures, String none, List<String> warnings) {}

    public List<Card> cards(Four four, Program program) {
        boolean running = program.isRunning();
        return List.of(
                card("alignment", alignment(four.alignment()), four.alignment().warnings()),
                card(
                        "engagement",
                        engagement(four.engagement()),
                        four.engagement().warnings()),
                card(
                        "progress",
                        progress(four.progress(), program.currency()),
                        four.progress().warnings()),
                new Card(
                        "momentum",
                        texts.of("engagement.momentum"),
                        running ? momentum(four.momentum()) : List.of(),
                        texts.of(running ? "engagement.momentum.none" : "engagement.momentum.ended"),
                        said(four.momentum().warnings())));
    }

    /** What is wrong and who can do something about it. */
    public String sentence(Warning warning) {
        List<Object> args = new ArrayList<>();
        for (Object arg : warning.args()) {
            args.add(
                    switch (warning.key()) {
                        case "silent" -> function(String.valueOf(arg));
                        case "late" -> arg instanceof String stage ? texts.of("stage." + stage) : arg;
                        default -> arg instanceof BigDecimal ratio ? percent(ratio) : arg;
                    });
        }
        args.add(named(warning.people()));
        return texts.of("engagement.warn." + warning.key(), args.toArray());
    }

    /** The first few by name, the rest by number. */
    String named(List<String> ids) {
        String names = ids.stream().limit(MOST_NAMED).map(people::nameOf).collect(Collectors.joining(", "));
        return ids.size() <= MOST_NAMED ? names : texts.of("engagement.and-more", names, ids.size() - MOST_NAMED);
    }

    public String function(String id) {
        return catalogue.functions().stream()
                .filter(one -> one.id().equals(id))
                .map(Function::name)
                .findFirst()
                .orElse(id);
    }

    private Card card(String name, List<Figure> figures, List<Warning> warnings) {
        return new Card(
                name,
                texts.of("engagement." + name),
                figures,
                texts.of("engagement." + name + ".none"),
                said(warnings));
    }

    private List<String> said(List<Warning> warnings) {
        return warnings.stream().map(this::sentence).toList();
    }

    private List<Figure> alignment(Alignment alignment) {
        List<Figure> figures = new ArrayList<>();
        ratio(figures, "agreement", alignment.agreement());
        ratio(figures, "topThree", alignment.topThree());
        ratio(figures, "ranking", alignment.ranking());
        ratio(figures, "recall", alignment.recall());
        return figures;
    }

    private List<Figure> engagement(Engagement engagement) {
        return engagement.asked() == 0
                ? List.of()
                : List.of(
                        figure("answered", engagement.answered(), engagement.asked()),
                        figure("functions", engagement.functions(), engagement.functionsInTeam()));
    }

    private List<Figure> progress(Progress progress, String currency) {
        List<Figure> figures = new ArrayList<>(List.of(
                figure("gates", progress.gatesPassed(), progress.gates()),
                figure("criteria", progress.criteriaMet(), progress.criteria())));
        BigDecimal confirmed = progress.confirmed();
        BigDecimal expected = progress.expected();
        if (confirmed != null && expected != null) {
            figures.add(figure("benefits", money(confirmed, currency), money(expected, currency)));
        }
        return figures;
    }

    /** The benefits against the plan in a sentence; empty before the plan is locked. */
    public String benefits(Progress progress, String currency) {
        BigDecimal confirmed = progress.confirmed();
        BigDecimal expected = progress.expected();
        return confirmed == null || expected == null
                ? ""
                : texts.of("engagement.benefits.plan", money(confirmed, currency), money(expected, currency));
    }

    private List<Figure> momentum(Momentum momentum) {
        List<Figure> figures = new ArrayList<>();
        if (momentum.workingDaysSinceDecision() != null) {
            figures.add(figure("decision", momentum.workingDaysSinceDecision()));
        }
        if (momentum.trend() != Momentum.Trend.NOTHING_YET) {
            figures.add(new Figure(
                    texts.of("engagement.trend." + momentum.trend()),
                    texts.of("engagement.trend.words", momentum.events(), momentum.eventsBefore())));
        }
        return figures;
    }

    private Figure figure(String name, Object... args) {
        return new Figure(texts.of("engagement.figure." + name, args), texts.of("engagement.words." + name, args));
    }

    private void ratio(List<Figure> figures, String name, @Nullable BigDecimal ratio) {
        if (ratio != null) {
            figures.add(new Figure(percent(ratio), texts.of("engagement.words." + name)));
        }
    }

    static String percent(BigDecimal ratio) {
        return Figures.here().share(ratio);
    }

    /** Two places are enough where many figures stand together: 0.40 M, 64 K. */
    String money(BigDecimal amount, String currency) {
        BigDecimal size = amount.abs();
        boolean millions = size.compareTo(BigDecimal.valueOf(100_000)) >= 0;
        boolean thousands = !millions && size.compareTo(BigDecimal.valueOf(1_000)) >= 0;
        BigDecimal shown = amount.movePointLeft(millions ? 6 : thousands ? 3 : 0);
        shown = shown.setScale(shown.abs().compareTo(BigDecimal.TEN) < 0 && millions ? 2 : 0, RoundingMode.HALF_UP);
        return texts.of(
                "engagement.money." + (millions ? "millions" : thousands ? "thousands" : "units"),
                Figures.here().symbol(currency),
                Figures.here().fixed(shown, shown.scale()));
    }
}
