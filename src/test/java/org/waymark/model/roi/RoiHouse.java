package org.waymark.model.roi;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestDatabase;
import org.waymark.catalogue.Benefit;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Cost;
import org.waymark.catalogue.Input;
import org.waymark.catalogue.Value;
import org.waymark.ledger.Ledger;
import org.waymark.model.values.AgreedValues;
import org.waymark.model.values.Scorecards;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The return stage on a database of its own, with the shipped lines and a team of four around it. */
final class RoiHouse implements AutoCloseable {

    static final String ATLAS = "ATLAS";

    private static final List<String> TEAM = List.of("sponsor", "manager", "service", "pr", "finance");

    final EmbeddedDatabase database = TestDatabase.fresh();
    final Catalogue catalogue = mock(Catalogue.class);
    final Team team = mock(Team.class);
    final People people = mock(People.class);
    final Programs programs = mock(Programs.class);
    final WorkItems items = mock(WorkItems.class);
    final AgreedValues agreed = mock(AgreedValues.class);
    final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    final RoiWords words = new RoiWords(texts());
    final Ledger ledger = mock(Ledger.class);
    final Clock clock = mock(Clock.class);
    final Baselines baselines;
    final RoiRounds rounds;
    final RoiCases cases;
    final RoiWriter writer;
    final RoiBook book;
    final ChooseBenefits choose;
    final EstimateBenefits estimate;
    final BuildBusinessCase build;
    final ReviewFinances review;
    final RoiProcess process;
    final RoiModel model;
    final Pricing pricing;
    final CaseWorkbook workbook;
    final Reporting reporting;
    final BenefitsPage benefits;

    RoiHouse(String depth) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2324__roi_case.sql"),
                        new ClassPathResource("db/migration/V20261122_0400__roi_baseline.sql"),
                        new ClassPathResource("db/migration/V20261122_0401__roi_cannot_say.sql"),
                        new ClassPathResource("db/migration/V20261122_2313__roi_recheck.sql"))
                .execute(database);
        shelves();
        people(depth);
        today("2026-11-23");
        JdbcClient jdbc = JdbcClient.create(database);
        pricing = new Pricing(catalogue);
        rounds = new RoiRounds(jdbc, clock);
        cases = new RoiCases(jdbc);
        baselines = new Baselines(jdbc);
        writer = new RoiWriter(jdbc, cases, rounds, new LineWriter(jdbc));
        book = new RoiBook(rounds, cases, pricing, catalogue);
        LineRules lineRules = new LineRules(catalogue, team, people);
        CaseRules caseRules = new CaseRules(lineRules, pricing, programs);
        RoiCards cards = new RoiCards(catalogue, pricing, words, lineRules, team, people);
        RoiTotals totals = new RoiTotals(words, book);
        choose = new ChooseBenefits(book, writer, lineRules, caseRules, cards, catalogue, agreed);
        estimate = new EstimateBenefits(book, writer, lineRules, caseRules, cards, words, pricing, items, programs);
        build = new BuildBusinessCase(
                book, writer, caseRules, new CasePage(book, cards, totals, words, pricing, catalogue, programs));
        review = new ReviewFinances(
                book, writer, lineRules, pricing, new FinancePage(book, cards, totals, pricing, programs));
        process = new RoiProcess(book, rounds);
        RoiLines lines = new RoiLines(words, cards, catalogue);
        RoiTerms terms = new RoiTerms(words, lines, book, catalogue, agreed);
        Sensitivity sensitivity = new Sensitivity(catalogue, pricing);
        RoiOutlook outlook = new RoiOutlook(words, sensitivity);
        workbook = new CaseWorkbook(
                new WorkbookTerms(words),
                new WorkbookLines(words, new WorkbookFigures(words, cards, catalogue, pricing)),
                new WorkbookFlow(words),
                new WorkbookSwings(words, sensitivity),
                words,
                clock);
        RoiDocument document =
                new RoiDocument(words, lines, terms, outlook, new RoiFigures(words, lines, catalogue, pricing));
        reporting = new Reporting(baselines, new Reports(jdbc), team, ledger, clock);
        Rechecks rechecks = new Rechecks(jdbc, clock);
        Scorecards scorecards = mock(Scorecards.class);
        model = new RoiModel(
                rounds,
                book,
                document,
                new RoiFacts(book, lineRules, scorecards),
                cards,
                programs,
                new Locking(baselines, book, programs, ledger, clock),
                baselines,
                rechecks,
                team,
                words,
                scorecards,
                reporting);
        benefits = new BenefitsPage(
                reporting,
                new Rechecking(rechecks, book, writer, lineRules, pricing, team, ledger),
                rechecks,
                baselines,
                words,
                cards,
                new BenefitSums(words),
                programs);
    }

    void today(String day) {
        when(clock.instant()).thenReturn(Instant.parse(day + "T10:00:00Z"));
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
    }

    private Texts texts() {
        messages.setBasename("messages/roi");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return mock(Texts.class, call -> {
            if (call.getArguments().length > 0 && call.getArgument(0) instanceof String key) {
                Object[] raw = call.getRawArguments();
                Object[] args = raw.length > 1 && raw[1] instanceof Object[] given ? given : new Object[0];
                return messages.getMessage(key, args, Locale.ENGLISH);
            }
            return null;
        });
    }

    private void shelves() {
        Map<String, Benefit> benefits = read("benefits", RoiHouse::benefit).stream()
                .collect(Collectors.toMap(Benefit::id, Function.identity()));
        Map<String, Cost> costs =
                read("costs", RoiHouse::cost).stream().collect(Collectors.toMap(Cost::id, Function.identity()));
        when(catalogue.benefits())
                .thenReturn(benefits.values().stream()
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .toList());
        when(catalogue.costs())
                .thenReturn(costs.values().stream()
                        .sorted((a, b) -> a.id().compareTo(b.id()))
                        .toList());
        when(catalogue.benefit(anyString())).thenAnswer(call -> found(benefits.get(call.<String>getArgument(0))));
        when(catalogue.cost(anyString())).thenAnswer(call -> found(costs.get(call.<String>getArgument(0))));
        when(catalogue.value(anyString())).thenAnswer(call -> value(call.getArgument(0)));
        when(agreed.of(anyString())).thenReturn(List.of());
    }

    private static Value value(String id) {
        return new Value(id, "Value " + id, "", "", "cost", "Cost per contact", "EUR", "down", List.of(), List.of());
    }

    private static <T> T found(T item) {
        if (item == null) {
            throw Refusal.missing("catalogue.unknown");
        }
        return item;
    }

    private static <T> List<T> read(String shelf, Function<JsonNode, T> read) {
        try {
            List<T> items = new ArrayList<>();
            new ObjectMapper()
                    .readTree(new ClassPathResource("catalogue/" + shelf + ".json").getInputStream())
                    .forEach(node -> items.add(read.apply(node)));
            return items;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Benefit benefit(JsonNode node) {
        JsonNode text = node.get("en");
        List<String> values = new ArrayList<>();
        node.get("values").forEach(value -> values.add(value.asText()));
        return new Benefit(
                node.get("id").asText(),
                text.get("name").asText(),
                node.get("lens").asText(),
                text.get("formula").asText(),
                node.get("expression").asText(),
                inputs(node),
                text.get("unit").asText(),
                values,
                text.path("note").asText());
    }

    private static Cost cost(JsonNode node) {
        JsonNode text = node.get("en");
        return new Cost(
                node.get("id").asText(),
                text.get("name").asText(),
                text.get("formula").asText(),
                node.path("expression").asText(),
                inputs(node),
                text.get("unit").asText(),
                node.get("kind").asText());
    }

    private static List<Input> inputs(JsonNode node) {
        List<Input> inputs = new ArrayList<>();
        node.get("inputs").forEach(input -> {
            String name = input.get("name").asText();
            inputs.add(new Input(
                    name,
                    node.get("en").get("inputs").get(name).asText(),
                    input.get("unit").asText()));
        });
        return inputs;
    }

    private void people(String depth) {
        when(team.of(ATLAS)).thenReturn(TEAM);
        when(team.includes(any(), any())).thenAnswer(call -> TEAM.contains(call.<String>getArgument(1)));
        when(team.manager(any())).thenReturn("manager");
        when(team.sponsor(any())).thenReturn("sponsor");
        when(team.holding(any(), eq(Part.FINANCE))).thenReturn(List.of("finance"));
        when(people.nameOf(any())).thenAnswer(call -> call.getArgument(0) + " person");
        when(people.find(any()))
                .thenAnswer(call ->
                        "stranger".equals(call.getArgument(0)) ? Optional.empty() : Optional.of(mock(Person.class)));
        Program program = new Program(
                ATLAS,
                "Answer every customer",
                "",
                "UNDER_10M",
                "LOW",
                "EUR",
                java.time.LocalDate.EPOCH,
                depth,
                null,
                "RUNNING",
                "roi",
                1,
                "manager",
                OffsetDateTime.MIN,
                null,
                null);
        when(programs.get(any())).thenReturn(program);
    }

    static WorkItem task(String key, String assignee) {
        return new WorkItem("t1", key, key, ATLAS, "roi", "i1", assignee, OffsetDateTime.MIN, null, "OPEN", null, null);
    }

    @Override
    public void close() {
        database.shutdown();
    }
}
