package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.waymark.gate.GateHouse.CODE;
import static org.waymark.gate.GateHouse.RUN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.security.Proofs;
import org.waymark.stage.Fact;
import org.waymark.stage.Shown;
import org.waymark.web.ReaderDialect;
import org.waymark.web.Refusal;

/** What people see at a gate, drawn without a server; the pages are left in target/gate for looking at. */
class GatePagesTests {

    private final GateHouse house;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    GatePagesTests() throws Exception {
        house = new GateHouse();
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(house.messages);
        engine.addDialect(new ReaderDialect());
    }

    @AfterEach
    void shutDown() {
        house.close();
    }

    private String task(String name, WorkItem task, Object draft, View view) throws IOException {
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("task", task);
        model.put("draft", draft);
        model.put("errors", Map.of());
        model.put("version", 1L);
        model.put("template", view.template());
        model.put("textKey", "gate." + task.taskKey());
        model.put("programName", "Answer every customer");
        model.put("passable", false);
        model.put("button", house.texts.of(view.button(), view.buttonArgs()));
        return page(name, draw("work/frame", Set.of("frame"), model));
    }

    private String draw(String template, Set<String> fragments, Map<String, Object> model) {
        var application = JakartaServletWebApplication.buildApplication(new MockServletContext());
        var exchange = application.buildExchange(new MockHttpServletRequest(), new MockHttpServletResponse());
        var beans = new StaticApplicationContext();
        beans.getBeanFactory().registerSingleton("shown", new Shown());
        beans.getBeanFactory().registerSingleton("proofs", mock(Proofs.class));
        Map<String, Object> all = new HashMap<>(model);
        all.put(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return engine.process(template, fragments, new WebContext(exchange, Locale.ENGLISH, all));
    }

    private String page(String name, String fragment) throws IOException {
        String html = "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                + "<link rel=stylesheet href='../classes/static/waymark.css'><body class=wm><main>" + fragment
                + "</main>";
        Path folder = Files.createDirectories(Path.of("target/gate"));
        Files.writeString(folder.resolve(name + ".html"), html);
        assertThat(html).doesNotContain("??");
        return html;
    }

    @Test
    void theSponsorSeesFindingsRecordAndEveryWayToDecide() throws IOException {
        house.now(Fact.count("linesNotReviewed", 2));
        house.now(Fact.percent("largestLineSharePercent", java.math.BigDecimal.valueOf(84)));
        house.process.measureCriteria(CODE, RUN);
        house.submit.submit(
                house.task("submitForDecision", "manager"),
                new Submission(List.of(new Submission.Waiver("roi-reviewed", "Finance closes the year this week"))));
        house.process.convene(CODE, RUN);
        WorkItem task = house.task("decideGate", "sponsor");
        Verdict start = house.decide.begin(task);
        Verdict draft =
                new Verdict(Decision.CONDITIONAL_GO, null, List.of(), start.conditions(), "roi", null, List.of());
        View view = house.decide.view(task, draft);
        String html = task("decide", task, draft, view);
        assertThat(house.texts.of(view.button(), view.buttonArgs())).isEqualTo("Let ATLAS go, with 1 condition");
        assertThat(html)
                .contains("Finance has reviewed every line")
                .contains("Name of manager asks you to let this pass: Finance closes the year this week")
                .contains("Have finance look at 2 more lines")
                .contains("84 %, at most 50 %")
                .contains("€ 0.40 M")
                .contains("answered by a condition")
                .contains("asks 3 people again, about 9 working days")
                .contains("Money, cumulative")
                .contains("One more part of what was agreed")
                .contains("conditions[0].owner")
                .contains("conditions[__i__].owner")
                .contains("questions[__i__].to");
        for (Decision decision : Decision.values()) {
            assertThat(html).contains("value=\"" + decision + "\"");
        }
    }

    @Test
    void aBlockedGoCannotBeChosenAndTheSubmitterIsToldWhatItTakes() throws IOException {
        house.now(Fact.count("countedLinesWithoutBaseline", 2));
        house.now(Fact.count("linesNotReviewed", 1));
        house.process.measureCriteria(CODE, RUN);
        WorkItem task = house.task("submitForDecision", "manager");
        Submission draft = house.submit.begin(task);
        String html = task("submit", task, draft, house.submit.view(task, draft));
        assertThat(html)
                .contains("This cannot be let pass")
                .contains("Give 2 lines a baseline, or leave them out of the sum.")
                .contains("waivers[0].reason")
                .contains("Name of finance can supply it (Finance partner).");
        house.submit.submit(task, draft);
        house.process.convene(CODE, RUN);
        WorkItem deciding = house.task("decideGate", "sponsor");
        Verdict blank = house.decide.begin(deciding);
        String decide = task("decide-blocked", deciding, blank, house.decide.view(deciding, blank));
        assertThat(decide)
                .contains("not possible: a finding that blocks is open")
                .contains("Recommended: send back.");
    }

    @Test
    void whoWasAskedSeesTheQuestion() throws IOException {
        house.called();
        house.decide.submit(
                house.task("decideGate", "sponsor"),
                new Verdict(
                        Decision.MORE_INFORMATION,
                        "The load is unclear to me.",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of(new Verdict.Ask("service", "How many agents <b>today</b>?"))));
        house.process.closeSitting(CODE, RUN);
        WorkItem task = house.task("answerQuestions", "service");
        Answers draft = house.answer.begin(task);
        String html = task("answer", task, draft, house.answer.view(task, draft));
        assertThat(html).contains("How many agents &lt;b&gt;today&lt;/b&gt;?").contains("The load is unclear to me.");
    }

    @Test
    void theGatePageShowsTheDecisionItsConditionsAndTheFingerprints() throws IOException {
        house.now(Fact.count("linesNotReviewed", 1));
        house.called();
        Verdict start = house.decide.begin(house.task("decideGate", "sponsor"));
        house.decide.submit(
                house.task("decideGate", "sponsor"),
                new Verdict(
                        Decision.HOLD,
                        "Wait for the budget.",
                        List.of(),
                        List.of(),
                        null,
                        LocalDate.of(2026, 5, 4),
                        List.of()));
        house.process.closeSitting(CODE, RUN);
        house.called();
        house.decide.submit(
                house.task("decideGate", "sponsor"),
                new Verdict(
                        Decision.CONDITIONAL_GO,
                        "Cash carries it.",
                        List.of(),
                        start.conditions(),
                        null,
                        null,
                        List.of()));
        house.process.closeSitting(CODE, RUN);
        GatePage page = new GatePage(
                house.reviews,
                house.sittings,
                house.votes,
                house.criteria,
                house.conditions,
                new Drift(house.evidence, house.catalogue, house.stages, house.programs, new Shown(), house.words),
                house.settings,
                house.items,
                house.programs,
                house.stages,
                house.team,
                house.deputies,
                house.standingIn,
                house.people);
        Map<String, Object> model = page.model(CODE, "roi", null, "service");
        String html = page("page", draw("gate/page", Set.of("content"), model));
        assertThat(html)
                .contains("Cash carries it.")
                .contains("Wait for the budget.")
                .contains("Name of finance, by")
                .contains(house.evidence
                        .of(house.sittings.ofInstance(RUN).id())
                        .get(0)
                        .sha256());
        assertThat(new GateAnswers(house.criteria, house.sittings, house.votes, house.conditions, page)
                        .sitting(page.review(CODE, "roi", 2, "service"), "service")
                        .votes())
                .hasSize(1);
    }

    @Test
    void votesOfOthersStayOutOfTheAnswersUntilTheReviewIsClosed() {
        house.route.put("panel", "SPONSOR,FINANCE");
        house.route.put("quorum", 2);
        house.called();
        house.decide.submit(
                house.task("decideGate", "sponsor"),
                new Verdict(Decision.KILL, "marked-words", List.of(), List.of(), null, null, List.of()));
        GatePage page = new GatePage(
                house.reviews,
                house.sittings,
                house.votes,
                house.criteria,
                house.conditions,
                new Drift(house.evidence, house.catalogue, house.stages, house.programs, new Shown(), house.words),
                house.settings,
                house.items,
                house.programs,
                house.stages,
                house.team,
                house.deputies,
                house.standingIn,
                house.people);
        GateAnswers answers = new GateAnswers(house.criteria, house.sittings, house.votes, house.conditions, page);
        assertThat(answers.sitting(page.review(CODE, "roi", 1, "finance"), "finance")
                        .toString())
                .doesNotContain("marked-words")
                .contains("votesCast=1");
        assertThat(answers.sitting(page.review(CODE, "roi", 1, "sponsor"), "sponsor")
                        .toString())
                .contains("marked-words");
        assertThat(draw("gate/page", Set.of("content"), page.model(CODE, "roi", null, "finance")))
                .doesNotContain("marked-words")
                .contains("1 of 2 have voted");
    }

    @Test
    void whoeverNamedADeputyThatCannotBeOneFindsWhatTheyChose() {
        DeputyDesk desk = mock(DeputyDesk.class);
        when(desk.name(any(), any(), any(), any(), any(), any()))
                .thenThrow(Refusal.invalid("gate.deputy.barred", "Name of sales"));
        DeputyPages pages = new DeputyPages(desk, house.programs, house.stages, house.team, house.people, house.texts);
        var said = new RedirectAttributesModelMap();
        pages.name(CODE, "sales", "roi", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 9), () -> "service", said);
        var model = new ExtendedModelMap();
        model.addAllAttributes(said.getFlashAttributes());
        pages.page(CODE, () -> "service", model);
        model.addAttribute("mayName", true);
        assertThat(draw("gate/deputies", Set.of("content"), model))
                .contains("name=\"from\" value=\"2026-03-03\"", "name=\"until\" value=\"2026-03-09\"")
                .containsPattern("value=\"roi\" selected");
    }
}
