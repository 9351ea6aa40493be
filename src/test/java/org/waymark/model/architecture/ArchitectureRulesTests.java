package org.waymark.model.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.waymark.catalogue.Component;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.Missing;

class ArchitectureRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Component component(String id, String... capabilities) {
        return new Component(id, id, "", "Layer", List.of("integrate"), "API", List.of(capabilities));
    }

    private static ComponentDecision decided(String id, Decision decision) {
        return decided(id, decision, null);
    }

    private static ComponentDecision decided(String id, Decision decision, DataDomain domain) {
        return new ComponentDecision(
                id,
                decision,
                null,
                "marta",
                null,
                null,
                null,
                domain,
                null,
                null,
                null,
                null,
                null,
                null,
                Dossier.NONE);
    }

    private static DecideDraft.Item item(String id, Decision decision, String owner, DataDomain domain) {
        return new DecideDraft.Item(
                id,
                decision == null ? null : decision.name(),
                null,
                owner,
                null,
                null,
                null,
                domain == null ? null : domain.name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> fields(Set<String> needed, DecideDraft.Item... items) {
        return new Completeness(needed, TODAY, id -> id, Enum::name)
                .of(List.of(items)).stream().map(Missing::field).toList();
    }

    @Test
    void theFitsSpeakForSomething() {
        assertThat(Decision.suggested(4, 5)).containsExactly(Decision.KEEP, Decision.INTEGRATE);
        assertThat(Decision.suggested(5, 3)).containsExactly(Decision.REPLACE, Decision.EXTEND);
        assertThat(Decision.suggested(2, 4)).containsExactly(Decision.KEEP, Decision.CONSOLIDATE);
        assertThat(Decision.suggested(3, 1)).containsExactly(Decision.RETIRE);
    }

    @Property
    void everyPairOfFitsHasASuggestion(
            @ForAll @IntRange(min = 1, max = 5) int f, @ForAll @IntRange(min = 1, max = 5) int t) {
        assertThat(Decision.suggested(f, t)).isNotEmpty().doesNotContain(Decision.NEW, Decision.DEFER);
    }

    @Property
    void aDomainIsContestedExactlyWhenTwoStayingComponentsClaimIt(
            @ForAll @Size(max = 12) List<DataDomain> domains, @ForAll @IntRange(max = 11) int retired) {
        List<ComponentDecision> decisions = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            decisions.add(decided("ARC-" + i, i == retired ? Decision.RETIRE : Decision.INTEGRATE, domains.get(i)));
        }
        Masters masters = Masters.of(decisions);
        for (DataDomain domain : DataDomain.values()) {
            long claims = decisions.stream()
                    .filter(one -> one.masterOf() == domain && one.decision() != Decision.RETIRE)
                    .count();
            assertThat(masters.contested().contains(domain)).isEqualTo(claims > 1);
            assertThat(masters.of(domain)).hasSize((int) claims);
        }
    }

    @Test
    void replacingAndRetiringHaveToBeArgued() {
        for (Decision decision : List.of(Decision.REPLACE, Decision.RETIRE)) {
            assertThat(fields(Set.of(), item("ARC-33", decision, null, null)))
                    .containsExactly(
                            "decisions[0].businessOwner",
                            "decisions[0].exitCost",
                            "decisions[0].migrationPlan",
                            "decisions[0].dossier.parallelMonths",
                            "decisions[0].dossier.usersTold",
                            "decisions[0].dossier.approver",
                            "decisions[0].reason",
                            "decisions");
        }
        DecideDraft.Item argued = new DecideDraft.Item(
                "ARC-33",
                "REPLACE",
                "Old",
                "marta",
                null,
                2,
                2,
                null,
                null,
                1,
                "ends",
                BigDecimal.ZERO,
                "step by step",
                null,
                new Dossier(null, null, null, null, null, "marta", null, 3, "By mail in May"));
        assertThat(fields(Set.of("ARC-33"), argued)).isEmpty();
    }

    @Test
    void whatTheFirstWaveNeedsIsDecidedOwnedAndThere() {
        assertThat(fields(
                        Set.of("ARC-01", "ARC-02", "ARC-03"),
                        item("ARC-01", null, "marta", null),
                        item("ARC-02", Decision.INTEGRATE, null, null),
                        item("ARC-40", Decision.KEEP, "marta", null)))
                .containsExactly("decisions[0].decision", "decisions[1].businessOwner", "decisions");
        assertThat(fields(Set.of("ARC-01"), item("ARC-01", Decision.INTEGRATE, "marta", null)))
                .isEmpty();
    }

    @Test
    void decidingLaterNeedsADayToCome() {
        DecideDraft.Item never = item("ARC-01", Decision.DEFER, "marta", null);
        assertThat(fields(Set.of("ARC-01"), never)).containsExactly("decisions[0].revisit");
        DecideDraft.Item past = new DecideDraft.Item(
                "ARC-01", "DEFER", null, "marta", null, null, null, null, null, null, null, null, null, TODAY, null);
        assertThat(fields(Set.of(), past)).containsExactly("decisions[0].revisit");
    }

    @Test
    void twoMastersAreNamedAtBothLines() {
        List<Missing> missing = new Completeness(Set.of(), TODAY, id -> id, Enum::name)
                .of(List.of(
                        item("ARC-33", Decision.INTEGRATE, "marta", DataDomain.CUSTOMER_PROFILE),
                        item("ARC-14", Decision.NEW, "marta", DataDomain.CUSTOMER_PROFILE),
                        item("ARC-38", Decision.INTEGRATE, "marta", DataDomain.ORDER)));
        assertThat(missing)
                .extracting(Missing::field)
                .containsExactly("decisions[0].masterOf", "decisions[1].masterOf");
        assertThat(missing.get(0).args()).containsExactly("CUSTOMER_PROFILE", "ARC-33, ARC-14");
    }

    @Test
    void aGapIsATechnologyNothingCarries() {
        Need need = new Need(
                Set.of("CAP-04", "CAP-25", "CAP-28", "CAP-31"),
                List.of(component("ARC-01", "CAP-25"), component("ARC-14", "CAP-28"), component("ARC-40", "CAP-26")));
        assertThat(need.needed()).containsExactly("ARC-01", "ARC-14");
        Set<String> technologies = Set.of("CAP-25", "CAP-28", "CAP-31");
        assertThat(need.gaps(
                        technologies,
                        List.of(decided("ARC-01", Decision.INTEGRATE), decided("ARC-14", Decision.RETIRE))))
                .containsExactlyInAnyOrder("CAP-28", "CAP-31");
    }

    @Test
    void theGateSeesWhatIsOpen() {
        Need need = new Need(
                Set.of("CAP-25", "CAP-28"), List.of(component("ARC-01", "CAP-25"), component("ARC-14", "CAP-28")));
        Landscape landscape = new Landscape(
                need,
                Set.of(),
                List.of(
                        decided("ARC-01", Decision.REPLACE, DataDomain.CASE),
                        decided("ARC-33", Decision.DEFER, DataDomain.CASE)),
                List.of(
                        new Review("ARC-01", "marta", Verdict.OBJECT, "no"),
                        new Review("ARC-33", "marta", Verdict.ACCEPT, null)));
        assertThat(landscape.facts())
                .extracting(fact -> fact.name() + " " + fact.value())
                .containsExactly(
                        "neededComponentsUndecided 1",
                        "domainsWithTwoMasters 1",
                        "replacementsWithoutPlan 1",
                        "objectionsOpen 1",
                        "deferredWithoutDate 1",
                        "capabilitiesWithoutComponent 1",
                        "replacementsWithoutApproval 1");
    }

    private static ComponentDecision connected(String id, LocalDate live) {
        return new ComponentDecision(
                id,
                Decision.INTEGRATE,
                null,
                "marta",
                null,
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                new Dossier(null, live, List.of("ARC-29, ARC-31 ARC-29"), List.of(), null, null, null, null, null));
    }

    private static WaveLinks links(LocalDate promised, LocalDate today, ComponentDecision... decisions) {
        return new WaveLinks(
                List.of(new FirstWave.Work("UC-01", "FN-SVC", List.of("CAP-25", "CAP-31"))),
                Map.of("UC-01", promised),
                List.of(component("ARC-01", "CAP-25"), component("ARC-02", "CAP-26")),
                List.of(decisions),
                Set.of("CAP-31"),
                today);
    }

    @Test
    void integratingWithoutAConnectionByTheDayTurnsTheUseCaseAmber() {
        LocalDate promised = TODAY.plusDays(60);
        assertThat(links(promised, TODAY, connected("ARC-01", null)).late()).isEmpty();
        assertThat(links(promised, promised, connected("ARC-01", null)).late()).isEmpty();
        assertThat(links(promised, promised.plusDays(1), connected("ARC-01", null))
                        .late())
                .containsExactly(new WaveLinks.Late("UC-01", "ARC-01", promised));
        assertThat(links(promised, TODAY, connected("ARC-01", promised)).late()).isEmpty();
        assertThat(links(promised, TODAY, connected("ARC-01", promised.plusDays(1)))
                        .facts())
                .extracting(fact -> fact.name() + " " + fact.value())
                .containsExactly("useCasesWaitingForConnection 1", "useCasesWithoutComponent 1");
        assertThat(links(promised, promised.plusDays(9), connected("ARC-02", null))
                        .late())
                .isEmpty();
    }

    @Test
    void aChosenUseCaseWithACapabilityThatHasNoComponentIsAVisibleGap() {
        assertThat(links(TODAY, TODAY).gapsOfUseCases()).containsExactly(new WaveLinks.Gap("UC-01", "CAP-31"));
    }

    @Test
    void whatADecisionDependsOnIsReadAsPeopleTypeIt() {
        assertThat(connected("ARC-01", null).dossier().dependsOn()).containsExactly("ARC-29", "ARC-31");
    }
}
