package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Whatever is published, added up or subtracted in any way, leaves nobody or three people and more. */
    @Property(tries = 300)
    void noPartUnderThreeFollowsFromThePublishedFigures(
            @ForAll @Size(max = 14) List<@IntRange(min = 0, max = 4) Integer> votes) {
        Map<String, List<Round.Count>> byTopic = new TreeMap<>();
        Rounds.count(casts(votes))
                .forEach(count -> byTopic.computeIfAbsent(count.topic(), any -> new java.util.ArrayList<>())
                        .add(count));
        byTopic.values().forEach(counts -> {
            int whole = counts.stream()
                    .filter(Round.Count::whole)
                    .mapToInt(count -> count.spread().votes())
                    .sum();
            List<Integer> groups = counts.stream()
                    .filter(count -> !count.whole())
                    .map(count -> count.spread().votes())
                    .toList();
            for (int subset = 1; subset < 1 << groups.size(); subset++) {
                int chosen = subset;
                int together = IntStream.range(0, groups.size())
                        .filter(i -> (chosen & 1 << i) != 0)
                        .map(groups::get)
                        .sum();
                assertThat(together).isGreaterThanOrEqualTo(3);
                assertThat(whole - together).matches(rest -> rest == 0 || rest >= 3);
            }
        });
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
        return IntStream.range(0, votes.size())
                .mapToObj(i -> {
                    Map<String, Integer> answers = new LinkedHashMap<>();
                    answers.put("DIM-1", votes.get(i) == 0 ? null : votes.get(i));
                    return new Ballots.Cast(
                            i % 4 == 3 ? null : "G" + i % 4, new Ballot(answers, Map.of("2", 1 + i % 4)));
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

    private Document.Section movement() {
        return model.record("ATLAS").sections().stream()
                .filter(section -> section.heading().startsWith("What moved since round"))
                .findFirst()
                .orElse(null);
    }
}
