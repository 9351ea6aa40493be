package org.waymark.model.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.waymark.model.roi.RoiHouse.ATLAS;
import static org.waymark.model.roi.RoiHouse.task;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.waymark.model.values.AgreedValues;
import org.waymark.process.TaskWork;
import org.waymark.process.WorkItem;
import org.waymark.web.ReaderDialect;

/** Every fragment of this stage is drawn once and kept under target/, to be looked at. */
class RoiPagesTests {

    private final RoiHouse house = new RoiHouse("STANDARD");
    private final RoiStory story = new RoiStory(house);

    @BeforeEach
    void open() {
        house.model.open(ATLAS, 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void choosingShowsWhatServesTheAgreedValuesFirst() throws Exception {
        when(house.agreed.of(ATLAS))
                .thenReturn(List.of(
                        new AgreedValues.Weighted("VAL-10", BigDecimal.TEN),
                        new AgreedValues.Weighted("VAL-09", BigDecimal.ONE)));
        String page = page(house.choose, task("chooseBenefits", "manager"));
        assertThat(page)
                .contains("Contact deflection")
                .contains("lines[0].template")
                .contains("service person");
        assertThat(page.indexOf("Contact deflection")).isLessThan(page.indexOf("Agent productivity"));
    }

    @Test
    void estimatingShowsTheFormulaInWordsAndWhatItComesTo() throws Exception {
        story.choose();
        story.asked();
        String page = page(house.estimate, task("estimateBenefits", "pr"));
        assertThat(page).contains("Crisis-loss reduction").contains("lines[0].inputs[lossBefore]");
    }

    @Test
    void theCaseShowsTheResultWithCashApart() throws Exception {
        story.worked();
        String page = page(house.build, task("buildBusinessCase", "manager"));
        assertThat(page)
                .contains("€\u00a0402,001")
                .contains("cash alone €\u00a064,541")
                .contains("26.5 months")
                .contains("83.9\u00a0% of the net value rests on one weakly supported line")
                .contains("benefits[4].inputs[lossAfter]")
                .contains("name=\"costs[0].inputs[projectDays]\"");
        // a share is typed and said in percent; what is kept and what the API gives stays 0.10
        assertThat(page)
                .contains("name=\"rate%\" value=\"10\"")
                .contains("name=\"ramp[0]%\" value=\"40\"")
                .contains("name=\"benefits[0].confidence%\" value=\"85\"")
                .contains("own history (80\u00a0%)")
                .doesNotContain("name=\"rate\"")
                .doesNotContain("0 to 1");
    }

    @Test
    void theReviewShowsEveryLineWithWhatStandsBehindIt() throws Exception {
        story.worked();
        String page = page(house.review, task("reviewFinances", "finance"));
        assertThat(page)
                .contains("9 of 9 lines looked at")
                .contains("lines[8].verdict")
                .contains("own log, 2025");
    }

    private <D> String page(TaskWork<D> work, WorkItem task) throws Exception {
        D draft = work.begin(task);
        var view = work.view(task, draft);
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
            spring.refresh();
            Map<String, Object> model = new HashMap<>(view.model());
            model.put("draft", draft);
            model.put("task", task);
            model.put("errors", Map.of());
            Context context = new Context(Locale.ENGLISH, model);
            context.setVariable(
                    ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                    new ThymeleafEvaluationContext(spring, null));
            String html = "<!doctype html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width\">"
                    + "<link rel=\"stylesheet\" href=\"../classes/static/waymark.css\">"
                    + "<body class=\"wm\"><main><section class=\"wm work\"><h1>"
                    + house.words.text("roi." + work.key() + ".title", ATLAS)
                    + "</h1><div class=\"work-body\">"
                    + engine().process(view.template(), java.util.Set.of("body"), context)
                    + "</div><div class=\"work-state\">"
                    + engine().process(view.template(), java.util.Set.of("totals"), context)
                    + "</div></section></main></body></html>";
            Path kept = Path.of("target", "pages", "roi-" + work.key() + ".html");
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, html);
            return html;
        }
    }

    private SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(house.messages);
        engine.addDialect(new ReaderDialect());
        return engine;
    }
}
