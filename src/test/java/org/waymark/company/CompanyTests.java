package org.waymark.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.company.Standing.Why;
import org.waymark.model.ModelStand;

class CompanyTests {

    private static final String SUBJECT = "CHECKLIST";

    private static Claim claim(String item, String said) {
        return new Claim(item, said, Map.of("owner", "service", "evidence", "Rota “Ü” 'quoted' " + item));
    }

    private static void agree(Company company, String program, int round, Claim... claims) {
        company.claim(program, SUBJECT, round, List.of(claims));
    }

    @Test
    void nothingIsTrueBeforeAGateSaysGo() {
        try (ModelStand stand = new ModelStand("org.waymark.company", Map.of())) {
            Company company = stand.get(Company.class);
            agree(company, "ATLAS", 1, claim("CV-01", "STANDARD"), claim("CV-02", "SOME_TEAMS"));
            assertThat(company.truths(SUBJECT)).isEmpty();
            company.hold("ATLAS", SUBJECT, 1);
            assertThat(company.truths(SUBJECT).get("CV-01")).satisfies(truth -> {
                assertThat(truth.said()).isEqualTo("STANDARD");
                assertThat(truth.program()).isEqualTo("ATLAS");
                assertThat(truth.since()).isEqualTo(ModelStand.TODAY);
                assertThat(truth.detail("evidence")).isEqualTo("Rota “Ü” 'quoted' CV-01");
            });
            company.hold("ATLAS", SUBJECT, 1);
            assertThat(company.truths(SUBJECT)).hasSize(2);
        }
    }

    @Test
    void whatIsYoungUndisputedAndUntouchedIsSettledAndEverythingElseIsAskedAgain() {
        try (ModelStand stand = new ModelStand("org.waymark.company", Map.of())) {
            Company company = stand.get(Company.class);
            agree(
                    company,
                    "ATLAS",
                    1,
                    claim("CV-01", "STANDARD"),
                    claim("CV-02", "STANDARD"),
                    claim("CV-03", "STANDARD"),
                    claim("CV-04", "STANDARD"));
            company.hold("ATLAS", SUBJECT, 1);
            agree(company, "BOREAL", 1, claim("CV-03", "NOT_STARTED"));
            age(stand, "CV-04", company.trustedDays() + 1);
            Map<String, Standing> met = company.standings("CEDAR", SUBJECT, "CV-02"::equals);
            assertThat(met.get("CV-01").settled()).isTrue();
            assertThat(met.get("CV-02").why()).isEqualTo(Why.TOUCHED);
            assertThat(met.get("CV-03").why()).isEqualTo(Why.DISPUTED);
            assertThat(met.get("CV-04").why()).isEqualTo(Why.OLD);
            age(stand, "CV-04", company.trustedDays());
            assertThat(company.standings("CEDAR", SUBJECT, item -> false)
                            .get("CV-04")
                            .settled())
                    .isTrue();
        }
    }

    @Test
    void aDifferenceIsShownToBothProgramsBeforeAndAfterTheGate() {
        try (ModelStand stand = new ModelStand("org.waymark.company", Map.of())) {
            Company company = stand.get(Company.class);
            agree(company, "ATLAS", 1, claim("CV-01", "STANDARD"));
            company.hold("ATLAS", SUBJECT, 1);
            age(stand, "CV-01", 3);
            agree(company, "BOREAL", 1, claim("CV-01", "SOME_TEAMS"));
            Map<String, String> atlas = Map.of("CV-01", "STANDARD");
            Map<String, String> boreal = Map.of("CV-01", "SOME_TEAMS");
            assertThat(company.differences("ATLAS", SUBJECT, atlas))
                    .singleElement()
                    .satisfies(one -> assertThat(one.theirs().held()).isFalse());
            assertThat(company.differences("BOREAL", SUBJECT, boreal))
                    .singleElement()
                    .satisfies(one -> assertThat(one.theirs().program()).isEqualTo("ATLAS"));
            company.hold("BOREAL", SUBJECT, 1);
            assertThat(company.truths(SUBJECT).get("CV-01").program()).isEqualTo("BOREAL");
            assertThat(company.differences("ATLAS", SUBJECT, atlas))
                    .singleElement()
                    .satisfies(one -> assertThat(one.theirs().held()).isTrue());
            assertThat(company.differences("BOREAL", SUBJECT, boreal)).isEmpty();
        }
    }

    @Property(tries = 6)
    void theLastGateDecidesAndNobodyDiffersSilently(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 11) Integer> gates) {
        try (ModelStand stand = new ModelStand("org.waymark.company", Map.of())) {
            Company company = stand.get(Company.class);
            Map<String, String> said = new HashMap<>();
            for (int i = 0; i < gates.size(); i++) {
                String program = "P" + gates.get(i) % 3;
                String state = List.of("NOT_STARTED", "SOME_TEAMS", "STANDARD").get(gates.get(i) / 4);
                agree(company, program, i + 1, claim("CV-01", state));
                company.hold(program, SUBJECT, i + 1);
                stand.get(JdbcClient.class)
                        .sql("update company_claim set held_at = ? where round = ?")
                        .params(now().plusSeconds(i), i + 1)
                        .update();
                said.put(program, state);
                assertThat(company.truths(SUBJECT).get("CV-01").said()).isEqualTo(state);
            }
            String truth = company.truths(SUBJECT).get("CV-01").said();
            said.forEach((program, state) -> assertThat(company.differences(program, SUBJECT, Map.of("CV-01", state)))
                    .hasSize(state.equals(truth) ? 0 : 1));
        }
    }

    private static OffsetDateTime now() {
        return ModelStand.TODAY.atTime(9, 0).atOffset(ZoneOffset.UTC);
    }

    private static void age(ModelStand stand, String item, int days) {
        stand.get(JdbcClient.class)
                .sql("update company_claim set held_at = ? where item = ? and held_at is not null")
                .params(now().minusDays(days), item)
                .update();
    }
}
