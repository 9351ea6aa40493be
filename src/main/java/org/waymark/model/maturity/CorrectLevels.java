package org.waymark.model.maturity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.stage.Correctable;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** An agreed level may be put right by the facilitator; the votes it came from never change. */
@Component
class CorrectLevels implements Correctable {

    private static final int HIGHEST = 4;

    private final Agreements agreements;
    private final KnownLevels held;
    private final Team team;
    private final JdbcClient jdbc;
    private final Texts texts;

    CorrectLevels(Agreements agreements, KnownLevels held, Team team, JdbcClient jdbc, Texts texts) {
        this.agreements = agreements;
        this.held = held;
        this.team = team;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "maturity";
    }

    @Override
    public List<Field> fields(String program, String element) {
        Map<String, String> levels = new LinkedHashMap<>();
        for (int level = 1; level <= HIGHEST; level++) {
            levels.put(String.valueOf(level), String.valueOf(level));
        }
        return agreements
                .of(program, agreements.latest(program, Integer.MAX_VALUE))
                .flatMap(agreed -> Optional.ofNullable(agreed.level(element).level()))
                .map(level -> List.of(
                        Field.choice("level", texts.of("maturity.correct.level"), String.valueOf(level), levels)))
                .orElse(List.of());
    }

    @Override
    public Set<String> owners(String program, String element) {
        return new LinkedHashSet<>(team.holding(program, Part.FACILITATOR));
    }

    @Override
    public void correct(String program, String element, String field, Object said) {
        int round = agreements.latest(program, Integer.MAX_VALUE);
        int level = Integer.parseInt(said.toString());
        jdbc.sql("update maturity_level set agreed_level = ? where program = ? and round = ? and dimension = ?")
                .params(level, program, round, element)
                .update();
        held.correct(program, round, element, level);
    }
}
