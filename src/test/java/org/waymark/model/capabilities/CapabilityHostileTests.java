package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.values.AgreedValues;
import org.waymark.model.values.RecallHistory;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Answers nobody wishes for: none at all, nobody who can judge, one person, two hundred, endless and right-to-left words. */
class CapabilityHostileTests {

    private final AgreedValues values = mock(AgreedValues.class);
    private ModelStand stand;
    private CapabilitiesModel model;
    private RateCapabilities rate;
    private AgreeCapabilities agree;

    @BeforeEach
    void house() {
        when(values.of(anyString())).thenReturn(List.of(new AgreedValues.Weighted("VAL-05", new BigDecimal("100"))));
        when(values.topThree(anyString())).thenReturn(List.of("VAL-05"));
        stand = new ModelStand(
                "org.waymark.model.capabilities",
                Map.of(AgreedValues.class, values, RecallHistory.class, mock(RecallHistory.class)));
        when(stand.get(Team.class).includes(anyString(), anyString())).thenReturn(true);
        model = stand.get(CapabilitiesModel.class);
        rate = stand.get(RateCapabilities.class);
        agree = stand.get(AgreeCapabilities.class);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private void open(int raters) {
        when(stand.get(Team.class).holding(anyString(), any()))
                .thenReturn(IntStream.range(0, raters)
                        .mapToObj(which -> "rater" + which)
                        .toList());
        model.open("ATLAS", 1);
    }

    private static WorkItem task(String key, String person) {
        return new WorkItem(
                "t", key, key, "ATLAS", "capabilities", "i", person, OffsetDateTime.now(), null, "OPEN", null, null);
    }

    private Map<String, Integer> all(Integer level) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        stand.get(Serving.class).of("ATLAS").capabilities().forEach(one -> levels.put(one.id(), level));
        return levels;
    }

    private AgreeDraft close() {
        stand.get(CapabilitiesProcess.class).closeRating("ATLAS");
        AgreeDraft begun = agree.begin(task("agreeCapabilities", "manager"));
        assertThat(stand.render(agree, task("agreeCapabilities", "manager"), begun, "agree-hostile"))
                .contains("There today");
        assertThat(model.record("ATLAS").headline()).isNotBlank();
        return begun;
    }

    @Test
    void nobodyAnswersAndTheGroupSaysItself() {
        open(3);
        assertThat(close().capabilities())
                .allSatisfy(row -> assertThat(row.have()).isNull());
        assertThat(agree.missing(task("agreeCapabilities", "manager"), close()))
                .extracting(Missing::key)
                .contains("capabilities.haveMissing");
    }

    @Test
    void nobodyCanJudgeAndNothingIsMadeUp() {
        open(4);
        for (int which = 0; which < 4; which++) {
            rate.submit(task("rateCapabilities", "rater" + which), new RateDraft(List.of(), all(null)));
        }
        assertThat(close().capabilities())
                .allSatisfy(row -> assertThat(row.have()).isNull());
    }

    @Test
    void onePersonAloneIsHeardAndNeverShown() {
        open(1);
        rate.submit(task("rateCapabilities", "rater0"), new RateDraft(List.of(), all(2)));
        assertThat(close().capabilities())
                .allSatisfy(row -> assertThat(row.have()).isEqualTo(2));
        assertThat(model.mine("ATLAS", "rater0").isEmpty()).isTrue();
    }

    @Test
    void twoHundredPeopleAreCountedLikeFive() {
        open(200);
        for (int which = 0; which < 200; which++) {
            rate.submit(task("rateCapabilities", "rater" + which), new RateDraft(List.of(), all(which % 4)));
        }
        assertThat(close().capabilities())
                .allSatisfy(row -> assertThat(row.have()).isEqualTo(1));
    }

    @Test
    void endlessWordsAreRefusedWithTheirFieldAndRightToLeftOnesAreKept() {
        open(1);
        rate.submit(task("rateCapabilities", "rater0"), new RateDraft(List.of(), all(2)));
        AgreeDraft begun = close();
        AgreeDraft.Row first = begun.capabilities().get(0);
        for (String words : List.of("x".repeat(10_000), "שלום ".repeat(2_001))) {
            AgreeDraft endless = new AgreeDraft(
                    List.of(new AgreeDraft.Row(first.id(), first.need(), first.have(), first.owner(), words)));
            assertThatThrownBy(() -> agree.check(task("agreeCapabilities", "manager"), endless))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.field()).isEqualTo("capabilities[0].reason"));
        }
        AgreeDraft hebrew = new AgreeDraft(begun.capabilities().stream()
                .map(row -> new AgreeDraft.Row(row.id(), row.need(), row.have(), "דנה", "הסכמנו יחד \u202e<b>"))
                .toList());
        agree.check(task("agreeCapabilities", "manager"), hebrew);
        agree.submit(task("agreeCapabilities", "manager"), hebrew);
        assertThat(model.record("ATLAS").sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .map(cell -> String.valueOf(cell.text())))
                .anyMatch(text -> text.contains("הסכמנו יחד"));
        assertThat(stand.render(agree, task("agreeCapabilities", "manager"), hebrew, "agree-hebrew"))
                .contains("הסכמנו יחד")
                .doesNotContain("\u202e<b>");
    }
}
