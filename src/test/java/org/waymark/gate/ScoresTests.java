package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gatekeepers think, as one number: weighted, in percent of the best answer, words outside the sum. */
class ScoresTests {

    private static final Scores.Row BELIEF = new Scores.Row(1, "I believe in it", Scores.Kind.SCALE, 2);
    private static final Scores.Row STAND = new Scores.Row(2, "I stand up for it", Scores.Kind.YES_NO, 1);
    private static final Scores.Row WORRY = new Scores.Row(3, "What worries me", Scores.Kind.TEXT, 0);

    private static Verdict scored(Map<String, String> scores) {
        return new Verdict(Decision.GO, null, List.of(), List.of(), null, null, List.of(), List.of(), scores);
    }

    @ParameterizedTest
    @CsvSource({
        "SCALE,1,true",
        "SCALE,5,true",
        "SCALE,0,false",
        "SCALE,6,false",
        "SCALE,3.5,false",
        "SCALE,'',false",
        "YES_NO,YES,true",
        "YES_NO,NO,true",
        "YES_NO,yes,false",
        "TEXT,anything at all,true"
    })
    void anAnswerFitsItsQuestion(Scores.Kind kind, String answer, boolean fits) {
        assertThat(Scores.fits(kind, answer)).isEqualTo(fits);
    }

    @Test
    void aTextMayBeAThousandCharactersLong() {
        assertThat(Scores.fits(Scores.Kind.TEXT, "x".repeat(1000))).isTrue();
        assertThat(Scores.fits(Scores.Kind.TEXT, "x".repeat(1001))).isFalse();
    }

    @Test
    void theMeanIsWeightedAndWordsStandOutsideTheSum() {
        List<Scores.Result> results = Scores.results(
                List.of(BELIEF, STAND, WORRY),
                List.of(
                        scored(Map.of("s1", "5", "s2", "YES", "s3", "The holidays")),
                        scored(Map.of("s1", "3", "s2", "NO"))));
        assertThat(results).extracting(Scores.Result::percent).containsExactly(75, 50, null);
        assertThat(results.get(2).said()).containsExactly("The holidays");
        // (2 x 75 + 1 x 50) / 3
        assertThat(Scores.total(results)).isEqualTo(67);
    }

    @Test
    void whatNobodyAnsweredCountsForNothingAndNotAsZero() {
        List<Scores.Result> results =
                Scores.results(List.of(BELIEF, STAND), List.of(scored(Map.of("s2", "YES", "s1", " "))));
        assertThat(Scores.total(results)).isEqualTo(100);
        assertThat(Scores.total(Scores.results(List.of(BELIEF), List.of()))).isNull();
    }
}
