package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.security.Principal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;
import org.waymark.model.Rendered;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stage.Mine;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** Showing a sponsor's perception gap to the room before the sponsor is an anti-pattern (dcfts.md 4.9). */
class PerceptionTests extends MaturityHouse {

    private static final List<String> SIX = List.of("anna", "ben", "cleo", "dora", "emil", "fay");

    @BeforeEach
    void threeLeadersThreeCloseToTheCustomer() {
        when(team.holding("ATLAS", Part.SPONSOR)).thenReturn(List.of("sponsor"));
        when(team.stakeholders("ATLAS")).thenReturn(SIX);
        when(team.members("ATLAS"))
                .thenReturn(SIX.stream()
                        .map(person -> new Member(
                                "ATLAS",
                                person,
                                Part.FUNCTION_LEAD,
                                null,
                                SIX.indexOf(person) < 3 ? "LEADERSHIP" : "CLOSE_TO_CUSTOMER"))
                        .toList());
    }

    @Test
    void theGapBetweenGroupsIsTheSponsorsFirst() {
        sixVote();
        assertThat(managersPage()).doesNotContain("Leadership says").contains("is with the sponsor first");
        assertThat(labels(votesOf(model.record("ATLAS")))).doesNotContain("Between groups");

        pages.share("ATLAS", by("sponsor"));

        assertThat(managersPage()).contains("Leadership says 3, Close to the customer says 1");
        assertThat(labels(votesOf(model.record("ATLAS")))).contains("Between groups");
    }

    @Test
    void aSponsorWhoDoesNotLookHoldsNothingBackForEver() {
        sixVote();
        clock.pass(Duration.ofDays(2).minusMinutes(1));
        assertThat(managersPage()).doesNotContain("Leadership says");
        clock.pass(Duration.ofMinutes(1));
        assertThat(managersPage()).contains("Leadership says 3, Close to the customer says 1");
    }

    @Test
    void theSponsorSaysFirstAndThenSeesTheOthersByTheWidestGap() {
        say(3);
        ExtendedModelMap waiting = page("sponsor");
        assertThat(waiting.get("sections")).isEqualTo(List.of());
        sixVote();

        Document.Section section = sections(page("sponsor")).get(0);

        assertThat(labels(section))
                .containsExactly(
                        "Dimension", "You", "Leadership", "Close to the customer", "Everybody", "Levels apart");
        assertThat(section.rows().get(0))
                .extracting(Document.Cell::number)
                .containsSequence(
                        java.math.BigDecimal.valueOf(3), java.math.BigDecimal.valueOf(3), java.math.BigDecimal.ONE);
    }

    @Test
    void withoutAnOwnViewTheSponsorSeesNothingYet() {
        sixVote();
        assertThat(page("sponsor").get("sections")).isEqualTo(List.of());
        assertThat(page("sponsor").get("asks")).isEqualTo(true);
    }

    @Test
    void aFirstLookIsNeverCorrectedAndCountsNowhere() {
        say(4);
        assertThatThrownBy(() -> say(1)).isInstanceOf(Refusal.class).hasMessage("maturity.perception.given");
        sixVote();
        assertThat(rounds.current("ATLAS").spread("DIM-1").votes()).isEqualTo(6);
        assertThat(rounds.current("ATLAS").spread("DIM-1").fours()).isZero();
    }

    @Test
    void forEverybodyElseThePageDoesNotExist() {
        for (String person : List.of("manager", "anna", "admin")) {
            assertThatThrownBy(() -> page(person))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(404));
            assertThatThrownBy(() -> pages.share("ATLAS", by(person))).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> pages.share("ATLAS", by("sponsor")))
                .isInstanceOf(Refusal.class)
                .hasMessage("maturity.perception.notRevealed");
    }

    @Test
    void afterTheRevealAVoterSeesTheirOwnAnswerAgainstTheGroups() {
        vote.submit(task("voteMaturity", "anna"), ballot(3));
        assertThat(model.mine("ATLAS", "anna").isEmpty()).isTrue();
        process.revealVotes("ATLAS");
        assertThat(cell(model.mine("ATLAS", "anna"), 2).text()).isEqualTo("Too few to show");
        model.open("ATLAS", 2);
        assertThat(model.mine("ATLAS", "anna").isEmpty()).isTrue();
        sixVote();
        assertThat(cell(model.mine("ATLAS", "anna"), 1).number()).isEqualByComparingTo("3");
        assertThat(cell(model.mine("ATLAS", "anna"), 2).number()).isEqualByComparingTo("1");
        assertThat(model.mine("ATLAS", "manager").isEmpty()).isTrue();
        assertThat(model.mine("ATLAS", "sponsor").link()).isEqualTo("/programs/ATLAS/maturity/perception");
    }

    private static Document.Cell cell(Mine mine, int column) {
        return mine.sections().get(0).rows().get(0).get(column);
    }

    private void sixVote() {
        int[] levels = {3, 3, 3, 1, 1, 1};
        for (int i = 0; i < levels.length; i++) {
            vote.submit(task("voteMaturity", SIX.get(i)), ballot(levels[i]));
        }
        process.revealVotes("ATLAS");
    }

    private void say(int level) {
        Map<String, String> fields = new LinkedHashMap<>();
        catalogue.dimensions().forEach(dimension -> fields.put("view[" + dimension.id() + "]", String.valueOf(level)));
        pages.say("ATLAS", fields, by("sponsor"), new ExtendedModelMap());
    }

    private ExtendedModelMap page(String person) {
        ExtendedModelMap model = new ExtendedModelMap();
        pages.page("ATLAS", by(person), model);
        return model;
    }

    private String managersPage() {
        WorkItem task = task("agreeMaturity", "manager");
        Agreement draft = agree.begin(task);
        return Rendered.work(agree.view(task, draft), draft, "maturity-agree-gap");
    }

    private static Document.Section votesOf(Document document) {
        return document.sections().stream()
                .filter(section -> section.heading().equals("How the votes fell"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(Document.Section section) {
        return section.columns().stream().map(Document.Column::label).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Document.Section> sections(ExtendedModelMap model) {
        return (List<Document.Section>) model.get("sections");
    }

    private static Principal by(String person) {
        return () -> person;
    }
}
