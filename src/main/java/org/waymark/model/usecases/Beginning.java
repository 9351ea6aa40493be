package org.waymark.model.usecases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.stage.Fact;

/** What is begun first and how firmly it stands: the figures the gate asks for. */
record Beginning(
        List<Choice> now,
        List<Signatures> wave,
        List<Planned> planned,
        Function<String, Optional<String>> leadOf,
        LocalDate today) {

    static final String MARKETING = "FN-MKT";

    static Beginning of(
            List<Choice> choices,
            List<Agreement> agreements,
            List<Planned> planned,
            Function<String, Optional<String>> leadOf,
            LocalDate today) {
        Set<String> inWave =
                new TreeSet<>(planned.stream().map(Planned::useCase).toList());
        List<Signatures> wave = choices.stream()
                .filter(choice -> inWave.contains(choice.useCase()))
                .map(choice -> Signatures.of(choice, agreements))
                .toList();
        return new Beginning(choices.stream().filter(Choice::now).toList(), wave, planned, leadOf, today);
    }

    /** Functions other than marketing that ask for or accept one of these use cases. */
    static Set<String> beyondMarketing(Collection<Choice> choices) {
        Set<String> functions = new TreeSet<>();
        choices.forEach(choice -> Stream.of(choice.asking(), choice.accepting())
                .filter(Objects::nonNull)
                .filter(Predicate.not(MARKETING::equals))
                .forEach(functions::add));
        return functions;
    }

    /** The load of what is planned; before there is a plan, of what was chosen for now. */
    Load load() {
        return Load.of(wave.isEmpty() ? now : waveChoices(), leadOf);
    }

    List<Choice> waveChoices() {
        return wave.stream().map(Signatures::choice).toList();
    }

    long unsigned() {
        return wave.stream()
                .filter(both -> both.state() != Signatures.State.SIGNED)
                .count();
    }

    long quickWins() {
        return planned.stream()
                .filter(Planned::quickWin)
                .filter(plan -> Planned.quickEnough(plan.firstResult(), today))
                .count();
    }

    long withoutAcceptingTeam() {
        return now.stream()
                .filter(choice -> choice.accepting() == null
                        || leadOf.apply(choice.accepting()).isEmpty())
                .count();
    }

    List<Fact> facts() {
        return List.of(
                Fact.count("useCasesInFirstWave", wave.size()),
                Fact.count("waveUseCasesUnsigned", unsigned()),
                Fact.count(
                        "functionsBeyondMarketing",
                        beyondMarketing(waveChoices()).size()),
                Fact.count("quickWinsWithin90Days", quickWins()),
                Fact.count("useCasesWithoutAcceptingTeam", withoutAcceptingTeam()),
                Fact.count("leadersAboveThree", load().aboveLimit().size()));
    }
}
