package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;

class RoundsComparedTests extends MaturityHouse {

    /** dcfts.md 4.8, check 17. */
    @Test
    void roundTwoShowsMovementAgainstRoundOneForEachDimensionAndGroup() {
        agreeAt(2, 2, 2, 2, 2);
        clock.pass(Duration.ofDays(3));
        model.open("ATLAS", 2);
        assertThat(movement()).isNull();
        agreeAt(3, 3, 3, 3, 3);
        clock.pass(Duration.ofDays(3));

        Document.Section moved = movement();

        assertThat(moved.columns())
                .extracting(Document.Column::label)
                .endsWith("Agreement, 0 to 1", "Close to the customer");
        assertThat(moved.rows()).hasSize(8);
        List<Document.Cell> first = moved.rows().get(0);
        assertThat(first.get(1).number()).isEqualByComparingTo("2");
        assertThat(first.get(2).number()).isEqualByComparingTo("3");
        assertThat(first.get(3).number()).isEqualByComparingTo("1");
        assertThat(first.get(4).text()).isEqualTo("2 → 3");
        assertThat(first.get(6).text()).isEqualTo("2 → 3");
    }

    @Test
    void aGroupTooSmallInEitherRoundDoesNotMoveInPublic() {
        agreeAt(2, 2, 2, 2, 2);
        model.open("ATLAS", 2);
        when(team.members("ATLAS")).thenReturn(members(2, 3));
        agreeAt(3, 3, 3, 3, 3);
        clock.pass(Duration.ofDays(3));
        assertThat(movement().columns())
                .extracting(Document.Column::label)
                .doesNotContain("Leadership", "Close to the customer");
    }

    /** dcfts.md 4.8, check 13. */
    @Test
    void aGroupWithTwoVotersNeverShowsItsOwnDistribution() {
        when(team.members("ATLAS")).thenReturn(members(2, 3));
        votes(4, 4, 1, 1, 1);
        process.revealVotes("ATLAS");
        clock.pass(Duration.ofDays(3));
        assertThat(rounds.current("ATLAS").groups("DIM-1")).isEmpty();
        assertThat(jdbc.sql("select count(*) from maturity_spread where rater_group <> 'ALL'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Property(tries = 200)
    void countingDoesNotCareWhoVotedFirst(
            @ForAll @Size(max = 9) List<@IntRange(min = 0, max = 4) Integer> votes, @ForAll long seed) {
        List<Ballots.Cast> casts = new java.util.ArrayList<>(casts(votes));
        List<Round.Count> counted = Rounds.count(casts);
        java.util.Collections.shuffle(casts, new java.util.Random(seed));
        assertThat(Rounds.count(casts)).isEqualTo(counted);
    }

    /** Whatever is published of groups and functions, added up or subtracted in any way, is about nobody or three and more. */
    @Property(tries = 200)
    void noPartUnderThreeFollowsFromThePublishedFigures(
            @ForAll @Size(max = 16) List<@IntRange(min = 0, max = 4) Integer> votes,
            @ForAll @IntRange(max = 2) int seed) {
        List<Ballots.Cast> casts = casts(votes, seed);
        List<Round.Count> counts = Rounds.count(casts);
        List<Ballots.Cast> voters = casts.stream()
                .filter(cast -> cast.ballot().votes().get("DIM-1") != null)
                .toList();
        List<int[]> published = counts.stream()
                .filter(count -> count.topic().equals("DIM-1"))
                .map(count -> voters.stream()
                        .mapToInt(cast -> count.whole()
                                        || count.raterGroup().equals(cast.group())
                                        || count.raterGroup().equals(cast.function())
                                ? 1
                                : 0)
                        .toArray())
                .toList();
        if (voters.size() < 3) {
            assertThat(published)
                    .as("the whole alone, of which no page shows a figure")
                    .hasSizeLessThanOrEqualTo(1);
            return;
        }
        for (int way = 0; way < Math.pow(3, published.size()); way++) {
            int[] people = new int[voters.size()];
            int rest = way;
            for (int[] set : published) {
                int times = rest % 3 - 1;
                rest /= 3;
                for (int i = 0; i < people.length; i++) {
                    people[i] += times * set[i];
                }
            }
            assertThat(Arrays.stream(people).filter(of -> of != 0).count())
                    .as("people a sum of published figures is about")
                    .isNotIn(1L, 2L);
        }
    }

    /** dcfts.md 4.8, check 17. */
    @Test
    void roundTwoShowsMovementOfEachFunctionThreePeopleSpeakFor() {
        functions("FN-SVC", "FN-SVC", "FN-SVC", "FN-MKT", "FN-MKT", "FN-MKT");
        agreeAllAt(1, 1, 2, 3, 3, 3);
        clock.pass(Duration.ofDays(3));
        model.open("ATLAS", 2);
        agreeAllAt(2, 2, 2, 3, 3, 4);
        assertThat(movement().note()).contains("once the sponsor has seen");
        assertThat(byFunction()).isNull();
        clock.pass(Duration.ofDays(3));

        Document.Section moved = byFunction();

        assertThat(moved.columns())
                .extracting(Document.Column::label)
                .containsExactly("Dimension", "Marketing", "Customer service");
        assertThat(moved.rows()).hasSize(8);
        assertThat(moved.rows().get(0)).extracting(Document.Cell::text).endsWith("3", "1 → 2");
        assertThat(movement().note()).contains("stands below");
    }

    @Test
    void whereEveryFunctionHasOneVoiceTheRecordSaysWhyNoneIsShown() {
        functions("FN-SVC", "FN-MKT", "FN-PRD", "FN-SAL", "FN-HR", "FN-FIN");
        agreeAllAt(1, 1, 2, 3, 3, 3);
        model.open("ATLAS", 2);
        agreeAllAt(2, 2, 2, 3, 3, 4);
        clock.pass(Duration.ofDays(3));

        assertThat(byFunction()).isNull();
        assertThat(movement().note()).contains("No function is shown by itself: in one of the rounds fewer than three");
        assertThat(rounds.current("ATLAS").functions("DIM-1")).isEmpty();
    }

    /** Three leaders, and four people of one function among whom all leaders are: the difference would be one person. */
    @Test
    void aFunctionThatDiffersFromAGroupByOnePersonIsNeverShown() {
        String[] of = {"FN-SVC", "FN-SVC", "FN-SVC", "FN-SVC", "FN-MKT", "FN-MKT", "FN-MKT"};
        when(team.members("ATLAS"))
                .thenReturn(IntStream.range(0, of.length)
                        .mapToObj(i -> new Member(
                                "ATLAS", "rater-" + i, Part.FUNCTION_LEAD, of[i], i < 3 ? "LEADERSHIP" : null))
                        .toList());
        voteAll(4, 4, 4, 1, 2, 2, 3);
        process.revealVotes("ATLAS");
        assertThat(rounds.current("ATLAS").groups("DIM-1")).containsOnlyKeys("LEADERSHIP");
        assertThat(rounds.current("ATLAS").functions("DIM-1")).doesNotContainKeys("FN-SVC", "FN-MKT");
        assertThat(jdbc.sql("select count(*) from maturity_spread where rater_group like 'FN-%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void zeroVotesAllUnableOneRaterAndTwoHundredAreAllDrawn() {
        process.revealVotes("ATLAS");
        clock.pass(Duration.ofDays(3));
        assertThat(model.record("ATLAS").sections()).hasSize(1);

        model.open("ATLAS", 2);
        Map<String, Integer> unable = new LinkedHashMap<>();
        catalogue.dimensions().forEach(dimension -> unable.put(dimension.id(), null));
        for (String rater : RATERS) {
            vote.submit(
                    task("voteMaturity", rater), new Ballot(unable, ballot(2).wish()));
        }
        process.revealVotes("ATLAS");
        assertThat(model.measures("ATLAS")).doesNotContainKey("meanAgreement");
        assertThat(model.record("ATLAS").sections()).hasSize(1);

        model.open("ATLAS", 3);
        vote.submit(task("voteMaturity", "anna"), ballot(4));
        process.revealVotes("ATLAS");
        assertThat(rounds.current("ATLAS").proposal("DIM-1")).isEmpty();

        model.open("ATLAS", 4);
        for (int i = 0; i < 200; i++) {
            vote.submit(task("voteMaturity", "rater-" + i), ballot(1 + i % 4));
        }
        process.revealVotes("ATLAS");
        assertThat(rounds.current("ATLAS").spread("DIM-1").votes()).isEqualTo(200);
        assertThat(model.measures("ATLAS")).containsEntry("meanAgreement", "0.444");
    }

    private static List<Ballots.Cast> casts(List<Integer> votes) {
        return casts(votes, 0);
    }

    private static List<Ballots.Cast> casts(List<Integer> votes, int seed) {
        return IntStream.range(0, votes.size())
                .mapToObj(i -> {
                    Map<String, Integer> answers = new LinkedHashMap<>();
                    answers.put("DIM-1", votes.get(i) == 0 ? null : votes.get(i));
                    return new Ballots.Cast(
                            i % 4 == 3 ? null : "G" + i % 4,
                            i % 5 == 4 ? null : "FN-" + (i * i + seed) % 3,
                            new Ballot(answers, Map.of("2", 1 + i % 4)));
                })
                .toList();
    }

    private static List<Member> members(int leaders, int others) {
        return IntStream.range(0, leaders + others)
                .mapToObj(i -> new Member(
                        "ATLAS",
                        RATERS.get(i),
                        Part.FUNCTION_LEAD,
                        null,
                        i < leaders ? "LEADERSHIP" : "CLOSE_TO_CUSTOMER"))
                .toList();
    }

    private void agreeAt(int... levels) {
        votes(levels);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        agree.submit(task, agreed(task, 2, "A promise to everyone"));
    }

    private void functions(String... of) {
        when(team.members("ATLAS"))
                .thenReturn(IntStream.range(0, of.length)
                        .mapToObj(i -> new Member("ATLAS", "rater-" + i, Part.FUNCTION_LEAD, of[i], null))
                        .toList());
    }

    private void voteAll(int... levels) {
        for (int i = 0; i < levels.length; i++) {
            vote.submit(task("voteMaturity", "rater-" + i), ballot(levels[i]));
        }
    }

    private void agreeAllAt(int... levels) {
        voteAll(levels);
        process.revealVotes("ATLAS");
        WorkItem task = task("agreeMaturity", "manager");
        Agreement agreed = agreed(task, 2, "A promise to everyone");
        agreed.levels()
                .replaceAll((dimension, level) ->
                        new Agreement.Level(level.level(), "The room heard both sides.", level.dissent()));
        agree.submit(task, agreed);
    }

    private Document.Section byFunction() {
        return model.record("ATLAS").sections().stream()
                .filter(section -> section.heading().startsWith("How the functions moved since round"))
                .findFirst()
                .orElse(null);
    }

    private Document.Section movement() {
        return model.record("ATLAS").sections().stream()
                .filter(section -> section.heading().startsWith("What moved since round"))
                .findFirst()
                .orElse(null);
    }
}
