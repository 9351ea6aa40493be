package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.model.ModelStand;
import org.waymark.model.capabilities.AgreedCapabilities;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Stages;

/** Where the company stands belongs to the company: what one program agreed at its gate, the next begins from. */
class MaturitySecondProgramTests {

    private static final List<String> RATERS = List.of("anna", "ben", "cleo", "dora");

    private final AgreedCapabilities capabilities = mock(AgreedCapabilities.class);
    private ModelStand stand;
    private MaturityModel model;
    private VoteMaturity vote;
    private AgreeMaturity agree;

    @BeforeEach
    void house() {
        when(capabilities.of(anyString())).thenReturn(List.of());
        // CAP-01 moves leadership; there is enough of CAP-03 already
        when(capabilities.of("BOREAL"))
                .thenReturn(List.of(
                        new AgreedCapabilities.Agreed("CAP-01", 3, 1), new AgreedCapabilities.Agreed("CAP-03", 1, 2)));
        stand = new ModelStand(
                "org.waymark.model.maturity",
                Map.of(
                        AgreedCapabilities.class,
                        capabilities,
                        Stages.class,
                        mock(Stages.class),
                        Tolerance.class,
                        Tolerance.USUAL));
        when(stand.get(org.waymark.stakeholder.Team.class).stakeholders(anyString()))
                .thenReturn(RATERS);
        model = stand.get(MaturityModel.class);
        vote = stand.get(VoteMaturity.class);
        agree = stand.get(AgreeMaturity.class);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private static WorkItem task(String program, String key, String person) {
        return new WorkItem(
                "t", key, key, program, "maturity", "i", person, OffsetDateTime.now(), null, "OPEN", null, null);
    }

    private static Ballot ballot(Map<String, Integer> votes) {
        return new Ballot(new LinkedHashMap<>(votes), new LinkedHashMap<>(Map.of("2", 3, "5", 3, "10", 4)));
    }

    private static Map<String, Integer> all(int level) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            votes.put("DIM-" + i, level);
        }
        return votes;
    }

    private Agreement agree(String program) {
        stand.get(MaturityProcess.class).revealVotes(program);
        WorkItem task = task(program, "agreeMaturity", "manager");
        Agreement begun = agree.begin(task);
        Agreement said = new Agreement(
                begun.levels(),
                new LinkedHashMap<>(Map.of("2", 3, "5", 3, "10", 4)),
                "Every customer is answered.",
                Map.of());
        agree.submit(task, said);
        return said;
    }

    /** Everybody sees the company at this level, it is agreed, and the gate says go. */
    private void finish(String program, int level) {
        model.open(program, 1);
        RATERS.forEach(person -> vote.submit(task(program, "voteMaturity", person), ballot(all(level))));
        agree(program);
        model.passed(program, 1);
    }

    @Test
    void aSecondProgramAsksOnlyWhatItIsAboutToMove() {
        finish("ATLAS", 2);
        model.open("BOREAL", 1);
        WorkItem task = task("BOREAL", "voteMaturity", "anna");
        assertThat(vote.missing(task, Ballot.blank()))
                .extracting(Missing::field)
                .containsExactly("votes[DIM-2]", "wish[2]", "wish[5]", "wish[10]");
        assertThat(stand.render(vote, task, Ballot.blank(), "vote-second-program"))
                .contains("7 dimensions are known from another program and not asked again")
                .contains(
                        "ATLAS agreed level 2 Functional on 23 Nov 2026. Your program sets out to move it. Still true?")
                .contains("0 of 1 described");
        RATERS.forEach(person -> vote.submit(task("BOREAL", "voteMaturity", person), ballot(Map.of("DIM-2", 3))));
        Agreement agreed = agree("BOREAL");
        assertThat(agreed.level("DIM-2").level()).isEqualTo(3);
        assertThat(agreed.level("DIM-5").level()).isEqualTo(2);
        assertThat(agree.missing(task("BOREAL", "agreeMaturity", "manager"), agreed))
                .extracting(Missing::field)
                .noneMatch(field -> field.startsWith("levels"));
        assertThat(section("BOREAL", "Where we are, where we want to be").rows())
                .filteredOn(row -> String.valueOf(row.get(3).text()).contains("Known from ATLAS: level 2"))
                .hasSize(7);
    }

    @Test
    void twoProgramsNeverHoldDifferentLevelsSilently() {
        finish("ATLAS", 2);
        model.open("BOREAL", 1);
        RATERS.forEach(person -> vote.submit(task("BOREAL", "voteMaturity", person), ballot(Map.of("DIM-2", 3))));
        agree("BOREAL");
        for (String program : List.of("ATLAS", "BOREAL")) {
            assertThat(section(program, "Where another program says otherwise").rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(0).text()).isEqualTo("Leadership and sponsorship"));
        }
        // until its gate says go a third program is asked which of the two is right; then the newer one holds
        model.open("DELTA", 1);
        assertThat(vote.missing(task("DELTA", "voteMaturity", "anna"), Ballot.blank()))
                .extracting(Missing::field)
                .contains("votes[DIM-2]")
                .hasSize(4);
        model.passed("BOREAL", 1);
        model.open("EMBER", 1);
        Agreement taken = agree("EMBER");
        assertThat(taken.level("DIM-2").level()).isEqualTo(3);
        assertThat(taken.level("DIM-1").level()).isEqualTo(2);
    }

    @Test
    void aFewVoicesAgainstWhatIsHeldAreHeardButOutvoteNobody() {
        finish("ATLAS", 2);
        model.open("CEDAR", 1);
        vote.submit(task("CEDAR", "voteMaturity", "anna"), ballot(Map.of("DIM-4", 4)));
        vote.submit(task("CEDAR", "voteMaturity", "ben"), ballot(Map.of("DIM-4", 4)));
        assertThat(agree("CEDAR").level("DIM-4").level()).isEqualTo(2);

        model.open("DELTA", 1);
        RATERS.forEach(person -> vote.submit(task("DELTA", "voteMaturity", person), ballot(Map.of("DIM-4", 4))));
        Agreement outvoted = agree("DELTA");
        assertThat(outvoted.level("DIM-4").level()).isEqualTo(4);
    }

    @Test
    void whatWasFoundLongAgoIsAskedAgain() {
        finish("ATLAS", 2);
        stand.get(JdbcClient.class)
                .sql("update company_claim set held_at = ?")
                .param(OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .update();
        model.open("CEDAR", 1);
        WorkItem task = task("CEDAR", "voteMaturity", "anna");
        assertThat(vote.missing(task, Ballot.blank())).hasSize(8 + 3);
        assertThat(stand.render(vote, task, Ballot.blank(), "vote-old")).contains("That is a while ago. Still true?");
    }

    @Test
    void aCorrectedLevelIsWhatTheNextProgramFinds() {
        finish("ATLAS", 2);
        stand.get(CorrectLevels.class).correct("ATLAS", "DIM-6", "level", "1");
        model.open("CEDAR", 1);
        assertThat(agree("CEDAR").level("DIM-6").level()).isEqualTo(1);
    }

    private Document.Section section(String program, String heading) {
        return model.record(program).sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }
}
