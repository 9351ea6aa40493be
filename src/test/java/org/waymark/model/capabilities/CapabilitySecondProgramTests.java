package org.waymark.model.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.values.AgreedValues;
import org.waymark.model.values.RecallHistory;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** How much there is of a capability belongs to the company: what one program agreed, the next begins from. */
class CapabilitySecondProgramTests {

    private static final List<String> LEADS = List.of("service", "marketing", "product");

    private final AgreedValues values = mock(AgreedValues.class);
    private ModelStand stand;
    private CapabilitiesModel model;
    private RateCapabilities rate;
    private AgreeCapabilities agree;

    @BeforeEach
    void house() {
        when(values.of(anyString()))
                .thenReturn(List.of(
                        new AgreedValues.Weighted("VAL-05", new BigDecimal("40")),
                        new AgreedValues.Weighted("VAL-07", new BigDecimal("30"))));
        when(values.topThree(anyString())).thenReturn(List.of("VAL-05", "VAL-07"));
        stand = new ModelStand(
                "org.waymark.model.capabilities",
                Map.of(AgreedValues.class, values, RecallHistory.class, mock(RecallHistory.class)));
        when(stand.get(Team.class).holding(anyString(), any())).thenReturn(LEADS);
        when(stand.get(Team.class).includes(anyString(), anyString())).thenReturn(true);
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        model = stand.get(CapabilitiesModel.class);
        rate = stand.get(RateCapabilities.class);
        agree = stand.get(AgreeCapabilities.class);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    private static WorkItem task(String program, String key, String person) {
        return new WorkItem(
                "t", key, key, program, "capabilities", "i", person, OffsetDateTime.now(), null, "OPEN", null, null);
    }

    private AgreeDraft close(String program) {
        stand.get(CapabilitiesProcess.class).closeRating(program);
        WorkItem task = task(program, "agreeCapabilities", "manager");
        AgreeDraft begun = agree.begin(task);
        agree.submit(task, begun);
        return begun;
    }

    /** Everybody gives every capability this much, it is agreed, and the gate says go. */
    private void finish(String program, int have) {
        model.open(program, 1);
        Map<String, Integer> levels = new LinkedHashMap<>();
        stand.get(Serving.class).of(program).capabilities().forEach(one -> levels.put(one.id(), have));
        LEADS.forEach(
                person -> rate.submit(task(program, "rateCapabilities", person), new RateDraft(List.of(), levels)));
        close(program);
        model.passed(program, 1);
    }

    private List<String> asked(String program) {
        return rate
                .missing(
                        task(program, "rateCapabilities", "service"),
                        new RateDraft(List.of("VAL-01", "VAL-02", "VAL-03"), Map.of()))
                .stream()
                .map(Missing::field)
                .toList();
    }

    @Test
    void aSecondProgramRatesOnlyWhatItsValuesNeedMoreOf() {
        finish("ATLAS", 2);
        model.open("BOREAL", 1);
        Map<String, Integer> needs = stand.get(Serving.class).of("BOREAL").needs();
        List<String> scarce = needs.entrySet().stream()
                .filter(need -> need.getValue() > 2)
                .map(need -> "have[" + need.getKey() + "]")
                .toList();
        assertThat(scarce).isNotEmpty();
        assertThat(asked("BOREAL")).containsExactlyInAnyOrderElementsOf(scarce);
        assertThat(scarce.size()).isLessThan(needs.size());
        WorkItem task = task("BOREAL", "rateCapabilities", "service");
        assertThat(stand.render(rate, task, rate.begin(task), "rate-second-program"))
                .contains("Your values need more of it. Still true?", "known from another program and not asked again");
        Map<String, Integer> rated = new LinkedHashMap<>();
        scarce.forEach(field -> rated.put(field.replace("have[", "").replace("]", ""), 1));
        LEADS.forEach(
                person -> rate.submit(task("BOREAL", "rateCapabilities", person), new RateDraft(List.of(), rated)));
        AgreeDraft begun = close("BOREAL");
        assertThat(begun.capabilities())
                .filteredOn(row -> !scarce.contains("have[" + row.id() + "]"))
                .allSatisfy(row -> assertThat(row.have()).isEqualTo(2));
    }

    @Test
    void whatTwoProgramsSayDifferentlyIsSeenByBothAndAskedOfAThird() {
        finish("ATLAS", 3);
        model.open("BOREAL", 1);
        assertThat(asked("BOREAL")).isEmpty();
        Map<String, Integer> less = Map.of("CAP-15", 1);
        LEADS.forEach(
                person -> rate.submit(task("BOREAL", "rateCapabilities", person), new RateDraft(List.of(), less)));
        assertThat(close("BOREAL").capabilities())
                .filteredOn(row -> "CAP-15".equals(row.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.have()).isEqualTo(1));
        for (String program : List.of("ATLAS", "BOREAL")) {
            assertThat(section(program, "Where another program says otherwise").rows())
                    .hasSize(1);
        }
        model.open("CEDAR", 1);
        assertThat(asked("CEDAR")).containsExactly("have[CAP-15]");
        model.passed("BOREAL", 1);
        stand.get(CorrectCapabilities.class).correct("BOREAL", "CAP-15", "have", "3");
        model.open("DELTA", 1);
        assertThat(asked("DELTA")).isEmpty();
        assertThat(close("DELTA").capabilities())
                .allSatisfy(row -> assertThat(row.have()).isEqualTo(3));
    }

    private Document.Section section(String program, String heading) {
        return model.record(program).sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }
}
