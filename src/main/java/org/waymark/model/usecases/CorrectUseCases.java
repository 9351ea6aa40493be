package org.waymark.model.usecases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.waymark.stage.Correctable;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** The date and the measure of a first-wave use case may be put right by the teams that signed it. */
@Service
class CorrectUseCases implements Correctable {

    private static final int LONGEST_MEASURE = 300;

    private final UseCaseStore store;
    private final Team team;
    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectUseCases(UseCaseStore store, Team team, JdbcClient jdbc, Texts texts) {
        this.store = store;
        this.team = team;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "use-cases";
    }

    @Override
    public List<Field> fields(String program, String element) {
        return planned(program, element)
                .map(plan -> List.of(
                        Field.of(
                                "date",
                                texts.of("usecases.correct.date"),
                                Kind.DATE,
                                plan.firstResult().toString()),
                        Field.text("measure", texts.of("usecases.correct.measure"), LONGEST_MEASURE, plan.measure())))
                .orElse(List.of());
    }

    @Override
    public Set<String> owners(String program, String element) {
        Set<String> owners = new LinkedHashSet<>();
        Map<String, String> leads = team.leads(program);
        store.choices(program).stream()
                .filter(choice -> choice.useCase().equals(element))
                .flatMap(choice -> Stream.of(choice.asking(), choice.accepting()))
                .map(leads::get)
                .filter(Objects::nonNull)
                .forEach(owners::add);
        return owners;
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        jdbc.sql("update usecases_wave set " + (field.equals("date") ? "first_result = ?" : "measure = ?")
                        + " where program = ? and use_case = ?"
                        + " and round = (select max(round) from usecases_wave where program = ?)")
                .params(said, program, element, program)
                .update();
    }

    private Optional<Planned> planned(String program, String element) {
        return store.wave(program).stream()
                .filter(plan -> plan.useCase().equals(element))
                .findFirst();
    }
}
