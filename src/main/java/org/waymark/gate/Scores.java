package org.waymark.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.promise.Inputs;

/** What gatekeepers think, beside what was measured; each review keeps the questions as they were when it was called. */
@Repository
class Scores {

    /** One to five, yes or no, or words that count towards no sum. */
    enum Kind {
        SCALE,
        YES_NO,
        TEXT
    }

    /** One thing gatekeepers are asked for their own view of. */
    public record Row(long scale, String words, Kind kind, int weight) {

        /** The row's name in a draft. */
        public String key() {
            return "s" + scale;
        }
    }

    /** What the panel thinks of one thing: in percent of the best answer, or in words. */
    public record Result(String words, @Nullable Integer percent, int weight, int answers, List<String> said) {}

    private final JdbcClient db;

    Scores(JdbcClient db) {
        this.db = db;
    }

    /** Takes the rows as they are set now. */
    void freeze(Sitting sitting) {
        db.sql("""
                        insert into gate_score (sitting, scale, place, words, kind, weight)
                        select ?, id, row_number() over (order by id), words, kind, weight from gate_scale
                        where active = true and (stage is null or stage = ?)
                        """).params(sitting.id(), sitting.stage()).update();
    }

    List<Row> of(long sitting) {
        return db.sql("select scale, words, kind, weight from gate_score where sitting = ? order by place")
                .param(sitting)
                .query(Row.class)
                .list();
    }

    /** Whether an answer fits its question. */
    static boolean fits(Kind kind, String answer) {
        return switch (kind) {
            case SCALE -> answer.matches("[1-5]");
            case YES_NO -> answer.matches("YES|NO");
            case TEXT -> answer.length() <= 1000;
        };
    }

    static List<Result> results(List<Row> rows, List<Verdict> verdicts) {
        return rows.stream()
                .map(row -> result(
                        row,
                        verdicts.stream()
                                .map(verdict -> verdict.scores().get(row.key()))
                                .filter(Objects::nonNull)
                                .filter(Inputs::said)
                                .toList()))
                .toList();
    }

    private static Result result(Row row, List<String> answers) {
        if (row.kind() == Kind.TEXT || answers.isEmpty()) {
            return new Result(
                    row.words(), null, row.weight(), answers.size(), row.kind() == Kind.TEXT ? answers : List.of());
        }
        BigDecimal sum =
                answers.stream().map(answer -> share(row.kind(), answer)).reduce(BigDecimal.ZERO, BigDecimal::add);
        int percent = sum.multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(answers.size()), 0, RoundingMode.HALF_UP)
                .intValue();
        return new Result(row.words(), percent, row.weight(), answers.size(), List.of());
    }

    /** 1 counts nothing and 5 the whole, yes the whole and no nothing. */
    private static BigDecimal share(Kind kind, String answer) {
        return kind == Kind.YES_NO
                ? answer.equals("YES") ? BigDecimal.ONE : BigDecimal.ZERO
                : new BigDecimal(answer)
                        .subtract(BigDecimal.ONE)
                        .divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP);
    }

    /** The weighted mean of everything that was answered in figures, in percent. */
    static @Nullable Integer total(List<Result> results) {
        int weights = 0;
        int sum = 0;
        for (Result result : results) {
            Integer percent = result.percent();
            if (percent != null && result.weight() > 0) {
                weights += result.weight();
                sum += result.weight() * percent;
            }
        }
        return weights == 0 ? null : Math.round((float) sum / weights);
    }

    /** What somebody has scored so far, as a map from the row's number, for the form. */
    static Map<String, String> normal(@Nullable Map<String, String> scores) {
        return scores == null ? Map.of() : new LinkedHashMap<>(scores);
    }
}
