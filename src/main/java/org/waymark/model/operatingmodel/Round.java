package org.waymark.model.operatingmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waymark.catalogue.ChecklistItem;

/** One round of the checklist: its items, what counts, and the answers given so far. */
record Round(int number, List<ChecklistItem> items, Map<String, Scope> scope, Map<String, Answer> answers) {

    static final List<String> CS = List.of("conversation", "community", "collaboration", "campaign", "content");
    static final List<String> VERBS = List.of("manage", "analyse", "automate");

    static Round of(int number, List<ChecklistItem> items, List<Scope> scope, Map<String, Answer> answers) {
        return new Round(number, items, scope.stream().collect(Collectors.toMap(Scope::item, each -> each)), answers);
    }

    /** This round as it will be with these answers too. */
    Round with(Map<String, Answer> more) {
        Map<String, Answer> all = new LinkedHashMap<>(answers);
        all.putAll(more);
        return new Round(number, items, scope, all);
    }

    boolean counts(ChecklistItem item) {
        Scope of = scope.get(item.id());
        return of != null && of.counted();
    }

    boolean firstWave(ChecklistItem item) {
        Scope of = scope.get(item.id());
        return of != null && of.firstWave();
    }

    /** Whether the company holds an answer that this program took over. */
    boolean settled(ChecklistItem item) {
        Scope of = scope.get(item.id());
        return of != null && of.settled();
    }

    Answer answer(ChecklistItem item) {
        return Objects.requireNonNullElse(answers.get(item.id()), Answer.NONE);
    }

    /** The items that count and fit. */
    List<ChecklistItem> counted(Predicate<ChecklistItem> fit) {
        return items.stream().filter(this::counts).filter(fit).toList();
    }

    /** The items that wait because the ambition, or the first wave, does not reach them. */
    List<ChecklistItem> waiting(Predicate<ChecklistItem> fit) {
        return items.stream().filter(item -> !counts(item)).filter(fit).toList();
    }

    List<ChecklistItem> askedOf(String person) {
        return counted(item -> Optional.ofNullable(scope.get(item.id()))
                .filter(of -> of.asked().equals(person))
                .isPresent());
    }

    Score score(Predicate<ChecklistItem> fit) {
        return Score.of(counted(fit).stream().map(this::answer).toList());
    }

    Score cell(String c, String verb) {
        return score(item -> item.c().equals(c) && item.verb().equals(verb));
    }

    long unanswered() {
        return counted(item -> !answer(item).given()).size();
    }

    long firstWaveWithoutOwner(Predicate<ChecklistItem> fit) {
        return counted(fit.and(this::firstWave)
                        .and(item -> answer(item).applies() && !answer(item).owned()))
                .size();
    }

    /** The items a function leads, or of which one of its people is the owner. */
    Predicate<ChecklistItem> takesPart(String function, Map<String, List<String>> functionsOfPerson) {
        return item -> item.lead().equals(function)
                || functionsOfPerson
                        .getOrDefault(Objects.requireNonNullElse(answer(item).owner(), ""), List.of())
                        .contains(function);
    }
}
