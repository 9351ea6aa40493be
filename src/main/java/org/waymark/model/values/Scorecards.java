package org.waymark.model.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Function;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Kind;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Fact;
import org.waymark.web.Texts;

/**
 * The scorecard question, asked of every leader (dcfts.md 1.5): which figure on your scorecard is about customer
 * experience, how is it measured, how reported. Nothing of it shows before the round is closed.
 */
@Component
public class Scorecards {

    private static final String NEWEST_CLOSED = """
            from values_scorecard s join values_round r on r.program = s.program and r.round = s.round
            where s.program = :program and r.state <> 'OPEN'
                and s.round = (select max(c.round) from values_round c where c.program = :program and c.state <> 'OPEN')
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Texts texts;

    Scorecards(JdbcClient jdbc, Catalogue catalogue, Texts texts) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    record Answer(
            String functionId,
            @Nullable String figure,
            @Nullable String measured,
            @Nullable String reported) {}

    /** Keeps an answer; said again in the same round it replaces the first. */
    void keep(String program, int round, String person, String function, Scorecard answer) {
        int updated = jdbc.sql("""
                        update values_scorecard set figure = ?, measured = ?, reported = ?
                        where program = ? and round = ? and person = ?
                        """)
                .params(answer.figure(), answer.measured(), answer.reported(), program, round, person)
                .update();
        if (updated == 0) {
            jdbc.sql("""
                            insert into values_scorecard (program, round, person, function_id, figure, measured, reported)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(program, round, person, function, answer.figure(), answer.measured(), answer.reported())
                    .update();
        }
    }

    /** What this person said last, in this round or an earlier one; for the person alone. */
    Optional<Scorecard> lastOf(String program, String person) {
        return jdbc.sql("""
                        select function_id, figure, measured, reported from values_scorecard
                        where program = ? and person = ? order by round desc fetch first 1 rows only
                        """)
                .params(program, person)
                .query(Answer.class)
                .optional()
                .map(one -> new Scorecard(one.figure(), one.measured(), one.reported(), one.figure() == null));
    }

    /** Of the leaders who answered, the share in percent with a figure about customer experience; nothing when none did. */
    public List<Fact> facts(String program) {
        List<Answer> answers = answers(program);
        long with = answers.stream().filter(one -> one.figure() != null).count();
        return answers.isEmpty()
                ? List.of()
                : List.of(
                        Fact.percent("leadersWithCustomerFigurePercent", Weights.percent((int) with, answers.size())));
    }

    /** The answers by function; empty before the close, or when nobody answered. */
    public List<Section> sections(String program) {
        List<Answer> answers = answers(program);
        if (answers.isEmpty()) {
            return List.of();
        }
        Map<String, String> names =
                catalogue.functions().stream().collect(Collectors.toMap(Function::id, Function::name));
        List<List<Cell>> rows = new ArrayList<>();
        for (Answer one : answers) {
            rows.add(List.of(
                    Cell.of(names.getOrDefault(one.functionId(), one.functionId())),
                    Cell.of(one.figure() == null ? texts.of("values.scorecard.nothing") : one.figure()),
                    Cell.of(one.measured()),
                    Cell.of(one.reported())));
        }
        long with = answers.stream().filter(one -> one.figure() != null).count();
        return List.of(new Section(
                texts.of("values.scorecard.title"),
                texts.of("values.scorecard.note", with, answers.size()),
                List.of(column("function"), column("figure"), column("measured"), column("reported")),
                rows,
                null));
    }

    private List<Answer> answers(String program) {
        return jdbc.sql("select s.function_id, s.figure, s.measured, s.reported " + NEWEST_CLOSED
                        + " order by s.function_id, s.person")
                .param("program", program)
                .query(Answer.class)
                .list();
    }

    private Column column(String name) {
        return new Column(texts.of("values.scorecard." + name), Kind.TEXT);
    }
}
