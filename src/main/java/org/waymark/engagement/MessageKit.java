package org.waymark.engagement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.stage.Stages;
import org.waymark.web.Texts;

/** What a sponsor says in sixty seconds and in five minutes, from what is agreed and measured now. */
@Component
class MessageKit {

    private static final int FIRST = 3;

    private final ObjectProvider<Chain> chains;
    private final Programs programs;
    private final Stages stages;
    private final WorkItems items;
    private final Concerns concerns;
    private final QuickWins wins;
    private final MeasureWords words;
    private final Texts texts;

    MessageKit(
            ObjectProvider<Chain> chains,
            Programs programs,
            Stages stages,
            WorkItems items,
            Concerns concerns,
            QuickWins wins,
            MeasureWords words,
            Texts texts) {
        this.chains = chains;
        this.programs = programs;
        this.stages = stages;
        this.items = items;
        this.concerns = concerns;
        this.wins = wins;
        this.words = words;
        this.texts = texts;
    }

    /** Sentences for a minute; headed paragraphs for five. */
    record Kit(String minute, List<Part> five) {}

    /** One paragraph with its heading. */
    record Part(String heading, String text) {}

    Kit of(Program program, Map<String, String> figures, Four four) {
        String code = program.code();
        List<Element> values = elements(code, "values", Element.Kind.VALUE);
        List<Element> benefits = elements(code, "roi", Element.Kind.BENEFIT);
        String first = values.stream().limit(FIRST).map(Element::name).collect(Collectors.joining(", "));
        String ambition = figures.getOrDefault("ambition", "");
        List<String> minute = new ArrayList<>();
        minute.add(texts.of("engagement.kit.what", program.name(), full(program.purpose())));
        if (!ambition.isEmpty()) {
            minute.add(full(ambition));
        }
        if (!first.isEmpty()) {
            minute.add(texts.of("engagement.kit.values", first));
        }
        String money = money(figures, program.currency());
        if (!money.isEmpty()) {
            minute.add(money);
        }
        String where = texts.of(
                "engagement.kit.where",
                four.progress().gatesPassed(),
                four.progress().gates());
        String ask = ask(program);
        minute.add(where + ask);

        List<Part> five = new ArrayList<>();
        part(
                five,
                "why",
                full(program.purpose()) + " " + (first.isEmpty() ? "" : texts.of("engagement.kit.values", first)));
        part(five, "where", where + " " + headline(code, "maturity"));
        part(five, "ambition", full(ambition));
        part(
                five,
                "brings",
                money + " "
                        + benefits.stream()
                                .limit(FIRST)
                                .map(one -> texts.of("engagement.kit.line", one.name(), one.standing()))
                                .collect(Collectors.joining(" ")));
        part(five, "first", headline(code, "use-cases"));
        part(
                five,
                "shown",
                wins.of(code).stream()
                        .limit(FIRST)
                        .map(one -> texts.of("engagement.kit.win", one.changed(), one.forWhom()))
                        .collect(Collectors.joining(" ")));
        part(
                five,
                "worry",
                concerns.of(code).stream()
                        .filter(one -> !one.isSettled())
                        .limit(FIRST)
                        .map(one -> texts.of("engagement.kit.concern", full(one.words())))
                        .collect(Collectors.joining(" ")));
        part(five, "ask", ask.strip());
        return new Kit(String.join(" ", minute), five);
    }

    private void part(List<Part> parts, String key, String text) {
        if (!text.isBlank()) {
            parts.add(new Part(texts.of("engagement.kit." + key + ".title"), text.strip()));
        }
    }

    /** What people can do now: the next gate with its day, and how many are asked. */
    private String ask(Program program) {
        if (!program.isRunning()) {
            return "";
        }
        StageState state = programs.stage(program.code(), program.stage());
        long asked = items.open(program.code()).stream()
                .map(item -> String.valueOf(item.assignee()))
                .distinct()
                .count();
        return " "
                + texts.of(
                        "engagement.kit.ask.now",
                        texts.of("stage." + program.stage()),
                        state.planned() == null ? "" : java.sql.Date.valueOf(state.planned()),
                        asked);
    }

    private String money(Map<String, String> figures, String currency) {
        String npv = figures.get("npv");
        String cash = figures.get("npvCash");
        return npv == null || cash == null
                ? ""
                : texts.of(
                        new BigDecimal(npv).signum() < 0 ? "engagement.kit.loss" : "engagement.kit.money",
                        words.money(new BigDecimal(npv), currency),
                        figures.getOrDefault("horizonYears", ""),
                        words.money(new BigDecimal(cash), currency));
    }

    /** A record speaks for itself once its gate is passed. */
    private String headline(String code, String stage) {
        return programs.stage(code, stage).isPassed()
                ? full(stages.of(stage).record(code).headline())
                : "";
    }

    private List<Element> elements(String code, String stage, Element.Kind kind) {
        return chains.stream()
                .filter(chain -> chain.stage().equals(stage))
                .flatMap(chain -> chain.of(code).stream())
                .filter(element -> element.kind() == kind)
                .toList();
    }

    private static String full(String sentence) {
        String said = sentence.strip();
        return said.isEmpty() || said.endsWith(".") || said.endsWith("!") || said.endsWith("?") ? said : said + ".";
    }
}
