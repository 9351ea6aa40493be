package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.process.WorkItem;

/** Different people carry one program through all seven stages in Tasklist, in a real browser; pictures are kept. */
class BrowserJourneyIT extends House {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("WAYMARK_CHROMIUM", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double PATIENCE = 60_000;
    private static final int LOADS = 3;
    private static final Logger log = LoggerFactory.getLogger(BrowserJourneyIT.class);

    private static Playwright playwright;
    private static Browser browser;

    private final Map<String, Page> pages = new HashMap<>();

    @BeforeAll
    static void open() throws Exception {
        if (!Files.isExecutable(CHROMIUM)) {
            assertThat(System.getenv("WAYMARK_BROWSER"))
                    .as("a browser is required here and there is none at " + CHROMIUM)
                    .isNotEqualTo("required");
            Assumptions.abort("No Chromium at " + CHROMIUM + ": the browser tests are skipped");
        }
        Files.createDirectories(PICTURES);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @Test
    void sixPeopleCarryAProgramThroughSevenStagesInTasklist() {
        String code = launch();
        Story story = story(code);
        Set<String> seen = new HashSet<>();
        for (int step = 1; step < 200; step++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            WorkItem item = open.get(0);
            hands.type(item, story);
            boolean first = seen.add(item.taskKey());
            handIn(item, first ? String.format("%02d-%s-%s", step, item.taskKey(), item.assignee()) : null);
        }
        assertThat(programs.get(code).state()).isEqualTo("COMPLETED");
        assertThat(seen).hasSizeGreaterThan(18);
        Page board = page("manager");
        for (String way : List.of(
                "/",
                "/programs",
                "/programs/" + code,
                "/programs/NORTHSTAR",
                "/programs/ATLAS/stages/roi",
                "/programs/ATLAS/gates/roi",
                "/programs/new",
                "/my-work",
                "/ledger",
                "/catalogue")) {
            board.navigate(base() + way);
            board.waitForLoadState();
            picture(board, "page" + way.replace('/', '-'));
            axe(board, null, way);
        }
        Page phone = context("sponsor", 360).newPage();
        phone.navigate(base() + "/my-work/" + open("ATLAS", "decideGate").task());
        phone.locator("#work-submit").waitFor();
        picture(phone, "phone-decideGate");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void aSlowSaveLosesNoTyping() {
        String code = launch();
        WorkItem mine = items.open(code, "weighValues").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
        Page page = page("service");
        page.route("**/tasks/*/work", route -> {
            if (route.request().method().equals("PUT")) {
                page.waitForTimeout(2000);
            }
            route.resume();
        });
        page.navigate(base() + "/my-work/" + mine.task());
        Locator fact = page.locator("#work textarea").first();
        fact.waitFor();
        fact.pressSequentially("First half, ");
        page.waitForTimeout(700);
        fact.pressSequentially("second half.");
        fact.blur();
        page.waitForCondition(
                () -> work.open(mine.task(), "service").work().toString().contains("First half, second half."),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        assertThat(fact.inputValue()).isEqualTo("First half, second half.");
        page.unroute("**/tasks/*/work");
    }

    private void handIn(WorkItem item, String name) {
        Page page = page(String.valueOf(item.assignee()));
        Locator button = page.locator("#work[data-task='" + item.task() + "'] #work-submit");
        for (int load = 1; !shown(page, button, item, load == LOADS); load++) {
            log.warn(
                    "Tasklist did not show {} at load {}: {}",
                    item.name(),
                    load,
                    page.locator("body").innerText());
        }
        if (name != null) {
            page.waitForTimeout(600);
            picture(page, name);
            axe(page, "#work", item.taskKey());
        }
        button.click();
        page.waitForCondition(
                () -> !items.find(item.task()).orElseThrow().isOpen(),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    /** Tasklist now and then opens without its task; a person loads the page again, and so does this test, aloud. */
    private boolean shown(Page page, Locator button, WorkItem item, boolean last) {
        page.navigate("about:blank");
        page.navigate(base() + "/camunda/app/tasklist/default/#/?task=" + item.task());
        try {
            button.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
            return true;
        } catch (TimeoutError e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    private static void axe(Page page, String part, String where) {
        AxeBuilder axe = new AxeBuilder(page);
        if (part != null) {
            axe.include(part);
        }
        assertThat(axe.analyze().getViolations())
                .as(where)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private Page page(String person) {
        return pages.computeIfAbsent(person, one -> context(one, 1360).newPage());
    }

    private BrowserContext context(String person, int width) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 950));
        Page page = context.newPage();
        page.navigate(base() + "/sign-in");
        page.locator("button[data-person='" + person + "']").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        page.close();
        return context;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
