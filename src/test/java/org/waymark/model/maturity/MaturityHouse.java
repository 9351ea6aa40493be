package org.waymark.model.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestClock;
import org.waymark.TestDatabase;
import org.waymark.catalogue.Catalogue;
import org.waymark.company.Company;
import org.waymark.ledger.Ledger;
import org.waymark.model.Shipped;
import org.waymark.model.capabilities.AgreedCapabilities;
import org.waymark.process.WorkItem;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.stage.Fact;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** A maturity stage on its real tables, with five raters; tests move its clock. */
abstract class MaturityHouse {

    static final List<String> RATERS = List.of("anna", "ben", "cleo", "dora", "emil");

    final Catalogue catalogue = Shipped.catalogue();
    final Team team = mock(Team.class);
    final Programs programs = mock(Programs.class);
    final TestClock clock = new TestClock("2026-11-23T09:00:00Z");
    Rounds rounds;
    OwnViews views;
    PerceptionPages pages;
    JdbcClient jdbc;
    EarlyWishes early;
    VoteMaturity vote;
    AgreeMaturity agree;
    MaturityModel model;
    MaturityProcess process;

    @BeforeEach
    void house() {
        var database = TestDatabase.fresh();
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2323__maturity_votes.sql"),
                        new ClassPathResource("db/migration/V20261122_0301__maturity_tolerance.sql"),
                        new ClassPathResource("db/migration/V20261122_2301__maturity_early_wish.sql"),
                        new ClassPathResource("db/migration/V20261122_2403__maturity_function.sql")),
                database);
        jdbc = JdbcClient.create(database);
        when(team.stakeholders("ATLAS")).thenReturn(RATERS);
        when(team.holding(anyString(), org.mockito.ArgumentMatchers.any())).thenReturn(List.of());
        when(team.members("ATLAS"))
                .thenReturn(RATERS.stream()
                        .map(person -> new Member("ATLAS", person, Part.FUNCTION_LEAD, null, "CLOSE_TO_CUSTOMER"))
                        .toList());
        Ballots ballots = new Ballots(jdbc);
        rounds = new Rounds(jdbc, ballots, Tolerance.USUAL, clock);
        Agreements agreements = new Agreements(jdbc);
        early = new EarlyWishes(jdbc, ballots, programs, team, catalogue, Shipped.texts());
        depth("STANDARD");
        KnownLevels held = new KnownLevels(mock(Company.class), mock(AgreedCapabilities.class), catalogue);
        vote = new VoteMaturity(catalogue, ballots, early, rounds, team, held, mock(Ledger.class));
        agree = new AgreeMaturity(catalogue, rounds, agreements, held, mock(Stages.class), clock);
        process = new MaturityProcess(team, rounds);
        Texts texts = Shipped.texts();
        views = new OwnViews(jdbc, clock);
        Perception perception = new Perception(catalogue, texts);
        pages = new PerceptionPages(rounds, views, perception, catalogue, team, mock(Ledger.class), clock);
        model = new MaturityModel(
                catalogue,
                team,
                rounds,
                agreements,
                ballots,
                held,
                new MaturityRecord(catalogue, new VotesRecord(catalogue, texts, clock), held, texts),
                new MovementRecord(catalogue, texts),
                perception,
                texts,
                clock);
        model.open("ATLAS", 1);
    }

    void depth(String depth) {
        Program program = mock(Program.class);
        when(program.isLite()).thenReturn(depth.equals("LITE"));
        when(programs.get("ATLAS")).thenReturn(program);
    }

    void votes(int... levels) {
        for (int i = 0; i < levels.length; i++) {
            vote.submit(task("voteMaturity", RATERS.get(i)), ballot(levels[i]));
        }
    }

    static Ballot ballot(int level) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            votes.put("DIM-" + i, level);
        }
        return new Ballot(votes, new LinkedHashMap<>(Map.of("2", level, "5", level, "10", level)));
    }

    Agreement agreed(WorkItem task, int ambition, String sentence) {
        Agreement begun = agree.begin(task);
        Map<String, Integer> wanted = new LinkedHashMap<>();
        Agreement.HORIZONS.forEach(years -> wanted.put(years, ambition));
        return new Agreement(begun.levels(), wanted, sentence, new LinkedHashMap<>());
    }

    BigDecimal fact(String name) {
        return new ArrayList<>(model.facts("ATLAS"))
                .stream()
                        .filter(fact -> fact.name().equals(name))
                        .map(Fact::value)
                        .findFirst()
                        .orElseThrow();
    }

    static void assertRefused(Runnable act, String field) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    static WorkItem task(String key, String person) {
        return new WorkItem(
                "t-" + person,
                key,
                key,
                "ATLAS",
                "maturity",
                "i1",
                person,
                OffsetDateTime.now(),
                null,
                "OPEN",
                null,
                null);
    }
}
