package org.waymark.model.maturity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreed levels, ambitions and chasm conditions, one set a round. */
@Repository("maturityAgreements")
class Agreements {

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces what was agreed in this round; the agreement is complete by then. */
    void save(String program, int round, Agreement agreed) {
        for (String table : List.of("maturity_level", "maturity_ambition", "maturity_chasm")) {
            jdbc.sql("delete from " + table + " where program = ? and round = ?")
                    .params(program, round)
                    .update();
        }
        List<@Nullable Object> levels = new ArrayList<>();
        agreed.levels().forEach((dimension, of) -> {
            if (of != null && of.level() != null) {
                levels.addAll(Arrays.asList(program, round, dimension, of.level(), of.reason(), of.dissent()));
            }
        });
        Rows.insert(jdbc, "maturity_level (program, round, dimension, agreed_level, reason, dissent)", 6, levels);
        List<@Nullable Object> ambition = new ArrayList<>(List.of(program, round));
        Agreement.HORIZONS.forEach(years -> ambition.add(agreed.ambition().get(years)));
        ambition.add(agreed.sentence());
        Rows.insert(jdbc, "maturity_ambition (program, round, in_two, in_five, in_ten, sentence)", 6, ambition);
        List<@Nullable Object> chasm = new ArrayList<>();
        agreed.chasm().forEach((condition, of) -> {
            if (of != null && of.state() != null) {
                chasm.addAll(Arrays.asList(program, round, condition, of.state().name(), of.evidence()));
            }
        });
        Rows.insert(jdbc, "maturity_chasm (program, round, chasm_condition, state, evidence)", 5, chasm);
    }

    /** The latest round up to this one with an agreement, or 0. */
    int latest(String program, int upTo) {
        return jdbc.sql("select coalesce(max(round), 0) from maturity_ambition where program = ? and round <= ?")
                .params(program, upTo)
                .query(Integer.class)
                .single();
    }

    Optional<Agreement> of(String program, int round) {
        Map<String, Agreement.Level> levels = new LinkedHashMap<>();
        jdbc.sql("""
                        select dimension, agreed_level, reason, dissent from maturity_level
                        where program = ? and round = ? order by dimension
                        """)
                .params(program, round)
                .query((rs, at) ->
                        Map.entry(rs.getString(1), new Agreement.Level(rs.getInt(2), rs.getString(3), rs.getString(4))))
                .list()
                .forEach(level -> levels.put(level.getKey(), level.getValue()));
        Map<String, Agreement.Crossing> chasm = new LinkedHashMap<>();
        jdbc.sql("""
                        select chasm_condition, state, evidence from maturity_chasm
                        where program = ? and round = ? order by chasm_condition
                        """)
                .params(program, round)
                .query((rs, at) -> Map.entry(
                        rs.getString(1),
                        new Agreement.Crossing(Overall.Condition.valueOf(rs.getString(2)), rs.getString(3))))
                .list()
                .forEach(crossing -> chasm.put(crossing.getKey(), crossing.getValue()));
        return jdbc.sql("""
                        select in_two, in_five, in_ten, sentence from maturity_ambition
                        where program = ? and round = ?
                        """)
                .params(program, round)
                .query((rs, at) -> new Ambition(List.of(rs.getInt(1), rs.getInt(2), rs.getInt(3)), rs.getString(4)))
                .optional()
                .map(found -> {
                    Map<String, @Nullable Integer> ambition = new LinkedHashMap<>();
                    for (int i = 0; i < Agreement.HORIZONS.size(); i++) {
                        ambition.put(Agreement.HORIZONS.get(i), found.levels().get(i));
                    }
                    return new Agreement(levels, ambition, found.sentence(), chasm);
                });
    }

    private record Ambition(List<Integer> levels, @Nullable String sentence) {}
}
