package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.waymark.process.WorkItem;

/** The house and a real browser in which every person has a window of their own; pictures are kept. */
abstract class BrowserHouse extends House {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("WAYMARK_CHROMIUM", "/usr/bin/chromium"));
    static final Path PICTURES = Path.of("target", "screenshots");
    static final double PATIENCE = 60_000;

    private static Playwright playwright;
    private static Browser browser;

    private final Map<String, Page> pages = new HashMap<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

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

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
    }

    /** Where a person works; the same window again at the next call. */
    Page page(String person) {
        return pages.computeIfAbsent(person, one -> signedIn(one, 1360).newPage());
    }

    BrowserContext signedIn(String person, int width) {
        return signedIn(person, new Browser.NewContextOptions().setViewportSize(width, 950));
    }

    BrowserContext signedIn(String person, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        // this page stays open: closing one has been seen to wait for ever in Chromium; the window closes with its test
        signIn(context.newPage(), person);
        return context;
    }

    /** The window of somebody who has signed in and lets no script run. */
    BrowserContext windowWithoutScripts(String signedIn) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setStorageState(signedIn));
        contexts.add(context);
        return context;
    }

    void signIn(Page page, String person) {
        page.navigate(base() + "/sign-in");
        page.locator("button[data-person='" + person + "']").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** Opens a task in Tasklist by its link and waits until its form is there. */
    Page inTasklist(Page page, WorkItem item) {
        page.navigate("about:blank");
        page.navigate(base() + "/camunda/app/tasklist/default/#/?task=" + item.task());
        submit(page, item).waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return page;
    }

    static Locator submit(Page page, WorkItem item) {
        return page.locator("#work[data-task='" + item.task() + "'] #work-submit");
    }

    /** Presses the form's own button and waits until Waymark has it. */
    void handInThere(Page page, WorkItem item) {
        submit(page, item).click();
        until(page, () -> !items.find(item.task()).orElseThrow().isOpen());
    }

    static void until(Page page, BooleanSupplier happened) {
        page.waitForCondition(happened, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    static void axe(Page page, String part, String where) {
        AxeBuilder axe = new AxeBuilder(page);
        if (part != null) {
            axe.include(part);
        }
        assertThat(axe.analyze().getViolations())
                .as(where)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }
}
