package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page outside Tasklist: readable by anybody, on a phone, in the dark, from this machine alone and without scripts. */
class BrowserPagesIT extends BrowserHouse {

    private static final int PHONE = 360;
    private static final long OWN_ASSETS = 1_500_000;

    private static final Map<String, List<String>> PAGES = new TreeMap<>(Map.of(
            "manager",
            List.of(
                    "/",
                    "/my-work",
                    "/programs/new",
                    "/ledger?program=MERIDIAN",
                    "/account",
                    "/account/mail",
                    "/programs/ATLAS",
                    "/programs/ATLAS/concerns",
                    "/programs/ATLAS/quick-wins",
                    "/programs/ATLAS/notices",
                    "/programs/ATLAS/workshops",
                    "/programs/ATLAS/measures/alignment",
                    "/programs/ATLAS/measures/engagement",
                    "/programs/ATLAS/measures/progress",
                    "/programs/ATLAS/measures/momentum",
                    "/programs/MERIDIAN",
                    "/programs/MERIDIAN/trace",
                    "/programs/MERIDIAN/benefits",
                    "/programs/MERIDIAN/stages/values",
                    "/programs/MERIDIAN/stages/maturity",
                    "/programs/MERIDIAN/stages/roi"),
            "sponsor",
            List.of(
                    "/gate-day",
                    "/programs/ATLAS/sponsor",
                    "/programs/MERIDIAN/gates/roi",
                    "/programs/MERIDIAN/gates/roi/pack",
                    "/programs/MERIDIAN/deputies"),
            "service",
            List.of("/programs/ATLAS/me", "/programs/ATLAS/me/sheet"),
            "auditor",
            List.of("/gates/changes", "/ledger/verification"),
            "admin",
            List.of("/people", "/catalogue", "/catalogue/values", "/admin/gates", "/admin/mail")));

    @Test
    void everyPageIsReadableByAnybodyAndFitsAPhone() {
        List<String> wrong = new ArrayList<>();
        PAGES.forEach((person, paths) -> {
            Page page = signedIn(
                            person,
                            new Browser.NewContextOptions()
                                    .setViewportSize(PHONE, 900)
                                    .setColorScheme(ColorScheme.DARK))
                    .newPage();
            for (String path : paths) {
                Response answer = page.navigate(base() + path);
                if (answer.status() != 200) {
                    wrong.add(path + " answers " + person + " " + answer.status());
                    continue;
                }
                picture(page, "pages-phone" + path.replaceAll("\\W+", "-"));
                if (!page.evaluate("document.documentElement.scrollWidth").equals(PHONE)) {
                    wrong.add(path + " scrolls sideways on a phone");
                }
                check(page, path + " in the dark", wrong);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                check(page, path, wrong);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPageAsksNothingOfOtherMachinesAndLittleOfThisOne() {
        BrowserContext manager = signedIn("manager", 1360);
        for (String path : List.of("/programs", "/programs/MERIDIAN", "/portfolio", "/my-work")) {
            Page page = manager.newPage();
            Set<String> elsewhere = new HashSet<>();
            Map<String, Integer> sizes = new TreeMap<>();
            page.onResponse(response -> {
                if (!response.url().startsWith(base())
                        && !response.url().startsWith("data:")
                        && !response.url().startsWith("blob:")) {
                    elsewhere.add(response.url());
                } else if (response.ok()) {
                    sizes.put(response.url(), response.body().length);
                }
            });
            page.navigate(base() + path);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(elsewhere).as(path).isEmpty();
            // charts and diagrams are drawn by libraries of their own; everything else is ours
            long own = sizes.entrySet().stream()
                    .filter(one -> !one.getKey().contains("/webjars/"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(own).as(path + " " + sizes).isBetween(1L, OWN_ASSETS);
        }
    }

    @Test
    void boardAndProgramPageCanBeReadWithoutScripts() {
        Page signsIn = signedIn("manager", 1360).newPage();
        BrowserContext plain = windowWithoutScripts(signsIn.context().storageState());
        Page page = plain.newPage();
        page.navigate(base() + "/programs");
        assertThat(page.locator("#row-ATLAS").innerText()).contains("ATLAS").contains("Simone Sponsor");
        page.locator("#row-ATLAS a").first().click();
        assertThat(page.url()).endsWith("/programs/ATLAS");
        assertThat(page.locator("h1").innerText()).isNotBlank();
        assertThat(Stream.of("alignment", "engagement", "progress", "momentum"))
                .allSatisfy(measure -> assertThat(page.locator("a[href$='/measures/" + measure + "']")
                                .count())
                        .as(measure)
                        .isPositive());
    }

    private static void check(Page page, String where, List<String> wrong) {
        try {
            axe(page, null, where);
        } catch (AssertionError violation) {
            wrong.add(violation.getMessage());
        }
    }
}
