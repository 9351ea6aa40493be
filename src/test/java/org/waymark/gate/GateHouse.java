package org.waymark.gate;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestDatabase;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.catalogue.Catalogue;
import org.waymark.evidence.EvidenceFiles;
import org.waymark.ledger.Ledger;
import org.waymark.process.DecisionTables;
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.process.Workflow;
import org.waymark.program.Pilots;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.program.StageState;
import org.waymark.promise.Conditions;
import org.waymark.promise.PromiseStand;
import org.waymark.promise.Reopenings;
import org.waymark.route.OwnRoutes;
import org.waymark.route.RouteStand;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Proofs;
import org.waymark.security.Role;
import org.waymark.stage.Ask;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Deputies;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/** Everything a gate needs, with a real database and made-up neighbours. */
class GateHouse implements AutoCloseable {

    static final String CODE = "ATLAS";
    static final String RUN = "run-1";
    static final List<String> ORDER =
            List.of("values", "capabilities", "maturity", "roi", "use-cases", "operating-model", "architecture");

    final EmbeddedDatabase database = TestDatabase.fresh();
    final JdbcClient db = JdbcClient.create(database);
    final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    final Programs programs = mock(Programs.class);
    final Pilots pilots = mock(Pilots.class);
    final Team team = mock(Team.class);
    final Deputies deputies = mock(Deputies.class);
    final Proofs proofs = mock(Proofs.class);
    final EvidenceFiles files = mock(EvidenceFiles.class);
    final People people = mock(People.class);
    final WorkItems items = mock(WorkItems.class);
    final Workflow workflow = mock(Workflow.class);
    final Ledger ledger = mock(Ledger.class);
    final Stages stages = mock(Stages.class);
    final StageModel model = mock(StageModel.class);
    final DecisionTables tables = mock(DecisionTables.class);
    final AtomicInteger started = new AtomicInteger();
    final List<Object> events = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final Map<String, Object> route = new HashMap<>(
            Map.of("panel", "SPONSOR", "quorum", 1, "days", 3, "order", "PARALLEL", "reason", "The sponsor decides."));

    final Catalogue catalogue = mock(Catalogue.class);
    final Sittings sittings = new Sittings(db, ledger, clock);
    final Findings findings = new Findings(db);
    final Votes votes = new Votes(db);
    final Scores scores = new Scores(db);
    final Wording words;
    final GateSettings settings;
    final PromiseStand promised = new PromiseStand(db, workflow, ledger, clock);
    final Conditions conditions = promised.conditions;
    final Reopenings reopenings = promised.reopenings;
    final Questions questions = new Questions(db);
    final Evidence evidence = new Evidence(db, stages, catalogue);
    final Texts texts;
    final Criteria criteria;
    final Proving proving = new Proving(db);
    final Exemptions exemptions = new Exemptions(db);
    final OwnRoutes ownRoutes = mock(OwnRoutes.class);
    final Panels panels = new Panels(tables, ownRoutes, programs, team, deputies, items, stages, exemptions, people);
    final Ballots ballots;
    final Interventions interventions;
    final StandingIn standingIn;
    final Succession succession =
            new Succession(sittings, votes, panels, conditions, questions, team, items, workflow, people, ledger);
    final Measuring measuring;
    final GateProcess process;
    final ReviewPage reviews;
    final DecisionPage page;
    final DecideGate decide;
    final SubmitForDecision submit;
    final AnswerQuestions answer;
    final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    GateHouse() throws Exception {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2330__gate_tables.sql"),
                        new ClassPathResource("db/migration/V20261121_2331__gate_criteria.sql"),
                        new ClassPathResource("db/migration/V20261122_0601__gate_conditions.sql"),
                        new ClassPathResource("db/migration/V20261122_0603__gate_settings.sql"),
                        new ClassPathResource("db/migration/V20261122_0605__gate_minimum.sql"),
                        new ClassPathResource("db/migration/V20261122_2331__gate_exemption.sql"),
                        new ClassPathResource("db/migration/V20261122_2332__gate_evidence.sql"),
                        new ClassPathResource("db/migration/V20261122_2333__gate_panel.sql"),
                        new ClassPathResource("db/migration/V20261122_2334__gate_setting.sql"),
                        new ClassPathResource("db/migration/V20261122_2402__gate_evidence_wording.sql"),
                        new ClassPathResource("db/migration/V20261122_2501__gate_route.sql"),
                        new ClassPathResource("db/migration/V20261122_3001__gate_open_votes.sql"))
                .execute(database);
        messages.setBasenames(
                "messages/gate", "messages/stage", "messages/stakeholder", "messages/web", "messages/work");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        texts = mock(Texts.class);
        when(texts.of(anyString(), any(Object[].class)))
                .thenAnswer(
                        call -> messages.getMessage(call.getArgument(0), varargs(call.getArguments()), Locale.ENGLISH));
        when(texts.or(anyString(), any()))
                .thenAnswer(
                        call -> messages.getMessage(call.getArgument(0), null, call.getArgument(1), Locale.ENGLISH));
        settings = new GateSettings(db, stages, RouteStand.changes(db, clock));
        criteria = new Criteria(db, stages, programs, reopenings, texts);
        measuring = new Measuring(sittings, criteria, findings, reopenings, proving, programs, team);
        ballots = new Ballots(
                sittings, findings, criteria, scores, votes, panels, team, deputies, proofs, people, stages);
        standingIn = new StandingIn(
                sittings, votes, ballots, panels, deputies, items, workflow, ledger, people, events::add);
        interventions = new Interventions(sittings, votes, evidence, files, ballots, team, workflow, ledger);
        when(proofs.fresh(anyString())).thenReturn(true);
        when(workflow.startApart(anyString(), anyString(), anyString()))
                .thenAnswer(call -> "apart-" + started.incrementAndGet());
        WorkingCalendar calendar = mock(WorkingCalendar.class);
        when(calendar.plusWorkingDays(any(), anyInt(), any()))
                .thenAnswer(call -> call.<LocalDate>getArgument(0).plusDays(call.<Integer>getArgument(1)));
        when(calendar.endOfDay(any(), any()))
                .thenAnswer(call -> call.<LocalDate>getArgument(0)
                        .plusDays(1)
                        .atStartOfDay(call.<ZoneId>getArgument(1))
                        .toOffsetDateTime()
                        .withOffsetSameInstant(ZoneOffset.UTC));
        Convening convening = new Convening(
                measuring, sittings, criteria, findings, panels, votes, evidence, scores, people, calendar, ledger,
                clock);
        Closing closing = new Closing(
                sittings,
                findings,
                votes,
                promised.promises,
                reopenings,
                criteria,
                questions,
                evidence,
                exemptions,
                programs,
                pilots,
                stages,
                workflow,
                ledger);
        ApplicationEventPublisher publisher = events::add;
        process = new GateProcess(
                measuring,
                convening,
                closing,
                ballots,
                standingIn,
                succession,
                sittings,
                votes,
                questions,
                programs,
                calendar,
                team,
                people,
                publisher);
        words = new Wording(texts);
        Figures figures = new Figures(words);
        reviews = new ReviewPage(
                sittings,
                criteria,
                findings,
                votes,
                scores,
                questions,
                conditions,
                evidence,
                exemptions,
                proving,
                programs,
                stages,
                team,
                people,
                figures,
                words);
        AskAgain askAgain = new AskAgain(stages, programs, team, tables);
        page = new DecisionPage(
                reviews, findings, conditions, ballots, settings, askAgain, stages, team, people, pilots, words);
        decide = new DecideGate(sittings, ballots, votes, standingIn, page, people);
        submit = new SubmitForDecision(sittings, criteria, measuring, panels, proving, reviews, pilots, texts);
        answer = new AnswerQuestions(sittings, questions, ballots);
        neighbours();
    }

    private static Object[] varargs(Object[] arguments) {
        Object[] rest = new Object[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        return rest;
    }

    private void neighbours() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        when(programs.get(CODE))
                .thenReturn(new Program(
                        CODE,
                        "Answer every customer",
                        "Purpose",
                        "UNDER_1M",
                        "MEDIUM",
                        "EUR",
                        LocalDate.of(2026, 1, 5),
                        "STANDARD",
                        null,
                        "RUNNING",
                        "roi",
                        1,
                        "manager",
                        now,
                        null,
                        null));
        when(programs.stage(CODE, "roi"))
                .thenReturn(
                        new StageState(CODE, "roi", 4, "AT_GATE", 1, now, null, null, 2, 5, null, null, null, null));
        when(team.manager(CODE)).thenReturn("manager");
        when(team.sponsor(CODE)).thenReturn("sponsor");
        when(team.holding(CODE, Part.SPONSOR)).thenReturn(List.of("sponsor"));
        when(team.holding(CODE, Part.FINANCE)).thenReturn(List.of("finance"));
        when(team.first(CODE, Part.MANAGER)).thenReturn(Optional.of("manager"));
        when(team.first(CODE, Part.FINANCE)).thenReturn(Optional.of("finance"));
        when(team.includes(CODE, "manager")).thenReturn(true);
        when(team.of(CODE)).thenReturn(List.of("manager", "sponsor", "finance", "service"));
        when(team.stakeholders(CODE)).thenReturn(List.of("finance", "service", "product"));
        for (String id : List.of("manager", "sponsor", "finance", "service", "product")) {
            Person person = new Person(id, "Name of " + id, null, Role.MEMBER, "en", "Europe/Berlin", true);
            when(people.get(id)).thenReturn(person);
            when(people.find(id)).thenReturn(Optional.of(person));
            when(people.nameOf(id)).thenReturn(person.name());
        }
        when(items.history(CODE, "roi")).thenReturn(List.of(done("buildBusinessCase", "manager")));
        when(stages.of(anyString())).thenReturn(model);
        when(model.agreeing()).thenReturn(List.of("buildBusinessCase"));
        when(stages.ids()).thenReturn(ORDER);
        when(stages.before("roi")).thenReturn(ORDER.subList(0, 3));
        when(stages.after("roi")).thenReturn(Optional.of("use-cases"));
        when(stages.exists(anyString())).thenAnswer(call -> ORDER.contains(call.<String>getArgument(0)));
        when(model.position()).thenReturn(4);
        when(model.facts(CODE)).thenAnswer(call -> List.copyOf(facts));
        when(model.asks())
                .thenReturn(
                        List.of(new Ask("estimateBenefits", "OWNER", 10), new Ask("reviewFinances", "FINANCE", 20)));
        when(model.record(CODE))
                .thenReturn(new Document(
                        "Three benefits pay for it",
                        List.of(
                                new Document.Section(
                                        "Assumptions",
                                        null,
                                        List.of(new Document.Column("What", Document.Kind.TEXT)),
                                        List.of(List.of(Document.Cell.of("Three years"))),
                                        null),
                                new Document.Section(
                                        "Money, cumulative",
                                        "All lines",
                                        List.of(
                                                new Document.Column("Year", Document.Kind.TEXT),
                                                new Document.Column("Total", Document.Kind.MONEY)),
                                        List.of(List.of(
                                                Document.Cell.of("Year 1"),
                                                Document.Cell.of(new BigDecimal("120000.50")))),
                                        new Document.Chart(
                                                "line",
                                                List.of("start", "year 1"),
                                                List.of(new Document.Series(
                                                        "all lines",
                                                        List.of(BigDecimal.ZERO, new BigDecimal("-120000.5")))))))));
        when(tables.evaluate(anyString(), any()))
                .thenAnswer(call ->
                        call.getArgument(0).equals("gate-route") ? route : Map.of("contributeDays", 5, "agreeDays", 4));
        allMet();
    }

    void allMet() {
        facts.clear();
        facts.addAll(List.of(
                Fact.count("benefitLinesCounted", 9),
                Fact.count("countedLinesWithoutOwner", 0),
                Fact.count("countedLinesWithoutBaseline", 0),
                Fact.count("linesNotReviewed", 0),
                Fact.yesNo("peopleAndChangeCosted", true),
                new Fact("npv", new BigDecimal("400000"), "money"),
                Fact.percent("largestLineSharePercent", new BigDecimal("41"))));
    }

    /** Replaces one fact. */
    void now(Fact fact) {
        facts.removeIf(old -> old.name().equals(fact.name()));
        facts.add(fact);
    }

    WorkItem task(String key, String assignee) {
        return new WorkItem(
                "t-" + key + assignee,
                key,
                "Name",
                CODE,
                "roi",
                RUN,
                assignee,
                OffsetDateTime.now(clock),
                null,
                "OPEN",
                null,
                null);
    }

    private WorkItem done(String key, String by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return new WorkItem("d-" + key, key, "Name", CODE, "roi", "earlier", by, now, null, "DONE", now, by);
    }

    /** Measures, submits and calls a review. */
    Sitting called() {
        process.measureCriteria(CODE, RUN);
        submit.submit(task("submitForDecision", "manager"), submit.begin(task("submitForDecision", "manager")));
        process.convene(CODE, RUN);
        return sittings.ofInstance(RUN);
    }

    @Override
    public void close() {
        database.shutdown();
    }
}
