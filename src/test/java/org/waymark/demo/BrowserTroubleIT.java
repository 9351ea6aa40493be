package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waymark.process.WorkItem;

/** What goes wrong while somebody types - slow, offline, signed out, two windows, closed - costs no word. */
class BrowserTroubleIT extends BrowserHouse {

    private static final String WORK = "**/tasks/*/work";

    private WorkItem mine(String code) {
        return items.open(code, "weighValues").stream()
                .filter(item -> "service".equals(item.assignee()))
                .findFirst()
                .orElseThrow();
    }

    private Locator fact(Page page, WorkItem mine) {
        page.navigate(base() + "/my-work/" + mine.task());
        return factIn(page);
    }

    private static Locator factIn(Page page) {
        Locator fact = page.locator("#work textarea").first();
        fact.waitFor();
        return fact;
    }

    private String kept(WorkItem mine) {
        return work.open(mine.task(), "service").work().path("fact").asText("");
    }

    private void untilKept(Page page, WorkItem mine, String text) {
        until(page, () -> kept(mine).equals(text));
    }

    private static Locator notice(Page page) {
        return page.locator("#work-notice");
    }

    @Test
    void onASlowLineTasklistWaitsForItsPartsAndShowsTheTask() {
        WorkItem mine = mine(launch());
        Page page = signedIn("service", 1360).newPage();
        page.route("**/app/plugin.js*", route -> {
            // longer than the seven seconds after which its loader would give up
            page.waitForTimeout(8500);
            route.resume();
        });
        assertThat(inTasklist(page, mine).locator("#work textarea").first().isVisible())
                .isTrue();
    }

    @Test
    void aSlowSaveLosesNoTyping() {
        WorkItem mine = mine(launch());
        Page page = page("service");
        page.route(WORK, route -> {
            if (route.request().method().equals("PUT")) {
                page.waitForTimeout(2000);
            }
            route.resume();
        });
        Locator fact = fact(page, mine);
        fact.pressSequentially("First half, ");
        page.waitForTimeout(700);
        fact.pressSequentially("second half.");
        fact.blur();
        untilKept(page, mine, "First half, second half.");
        assertThat(fact.inputValue()).isEqualTo("First half, second half.");
        page.unroute(WORK);
    }

    @Test
    void aLostConnectionIsSaidTheTextStaysAndIsSavedWhenItIsBack() {
        WorkItem mine = mine(launch());
        BrowserContext service = signedIn("service", 1360);
        Page page = inTasklist(service.newPage(), mine);
        Locator fact = factIn(page);
        service.setOffline(true);
        fact.pressSequentially("Typed on the train");
        fact.blur();
        until(page, () -> notice(page).isVisible() && notice(page).innerText().contains("connection is gone"));
        picture(page, "trouble-offline");
        fact.pressSequentially(", all of it.");
        assertThat(kept(mine)).isEmpty();
        service.setOffline(false);
        untilKept(page, mine, "Typed on the train, all of it.");
        assertThat(fact.inputValue()).isEqualTo("Typed on the train, all of it.");
        until(page, () -> !notice(page).isVisible());
    }

    @Test
    void whoIsSignedOutWhileTypingSignsInAgainElsewhereAndNothingIsLost() {
        WorkItem mine = mine(launch());
        BrowserContext service = signedIn("service", 1360);
        Page page = inTasklist(service.newPage(), mine);
        Locator fact = factIn(page);
        fact.pressSequentially("Before.");
        fact.blur();
        untilKept(page, mine, "Before.");
        service.clearCookies();
        fact.fill("Before. And after the session had ended.");
        until(page, () -> notice(page).isVisible() && notice(page).innerText().contains("signed out"));
        picture(page, "trouble-signed-out");
        assertThat(kept(mine)).isEqualTo("Before.");
        signIn(service.newPage(), "service");
        untilKept(page, mine, "Before. And after the session had ended.");
        assertThat(fact.inputValue()).isEqualTo("Before. And after the session had ended.");
    }

    @Test
    void twoWindowsShowBothTextsAndTheirWriterChooses() {
        WorkItem mine = mine(launch());
        BrowserContext service = signedIn("service", 1360);
        Page first = service.newPage();
        Page second = service.newPage();
        Locator here = fact(first, mine);
        Locator there = fact(second, mine);
        there.fill("From the other window.");
        there.blur();
        untilKept(second, mine, "From the other window.");
        here.fill("From this window.");
        here.blur();
        Locator both = first.locator("#work-both");
        both.waitFor();
        assertThat(both.innerText()).contains("From this window.").contains("From the other window.");
        first.bringToFront();
        axe(first, "#work", "two windows");
        picture(first, "trouble-two-windows");
        assertThat(kept(mine)).isEqualTo("From the other window.");

        both.locator("[data-keep=here]").click();
        untilKept(first, mine, "From this window.");
        assertThat(both.isVisible()).isFalse();

        there.fill("A third text.");
        there.blur();
        second.locator("#work-both").waitFor();
        second.locator("#work-both [data-keep=there]").click();
        until(second, () -> factIn(second).inputValue().equals("From this window."));
        assertThat(kept(mine)).isEqualTo("From this window.");
        factIn(second).fill("Going on in the second.");
        factIn(second).blur();
        untilKept(second, mine, "Going on in the second.");
    }

    @Test
    void nothingIsHandedInWhileTwoTextsWait() {
        String code = launch();
        WorkItem mine = mine(code);
        hands.type(mine, story(code));
        BrowserContext service = signedIn("service", 1360);
        Page page = inTasklist(service.newPage(), mine);
        WorkItem same = items.find(mine.task()).orElseThrow();
        var sheet = work.open(mine.task(), "service");
        var draft =
                (com.fasterxml.jackson.databind.node.ObjectNode) sheet.work().deepCopy();
        work.save(mine.task(), "service", draft.put("fact", "Saved by the phone."), sheet.version());
        factIn(page).fill("Typed at the desk.");
        submit(page, same).click();
        page.locator("#work-both").waitFor();
        assertThat(items.find(mine.task()).orElseThrow().isOpen()).isTrue();
        page.locator("#work-both [data-keep=here]").click();
        untilKept(page, mine, "Typed at the desk.");
        handInThere(page, mine);
    }

    @Test
    void whatIsTypedRightBeforeTheWindowClosesIsSaved() {
        WorkItem mine = mine(launch());
        Page page = page("service");
        Locator fact = fact(page, mine);
        fact.pressSequentially("Last words");
        page.navigate(base() + "/my-work");
        untilKept(page, mine, "Last words");
    }

    @Test
    void aFormThatCouldNotBeLoadedSaysSoAndIsShownAgain() {
        WorkItem mine = mine(launch());
        Page page = page("service");
        AtomicInteger asked = new AtomicInteger();
        page.route(WORK, route -> {
            if (asked.incrementAndGet() <= 3) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody(""));
            } else {
                route.resume();
            }
        });
        page.navigate(base() + "/camunda/app/tasklist/default/#/?task=" + mine.task());
        Locator said = page.locator(".waymark-host [role=alert]");
        said.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(said.innerText()).contains("could not be shown");
        assertThatThrownBy(() -> submit(page, mine).waitFor(new Locator.WaitForOptions().setTimeout(1000)))
                .isInstanceOf(com.microsoft.playwright.TimeoutError.class);
        picture(page, "trouble-not-shown");
        said.locator("button").click();
        submit(page, mine).waitFor();
    }
}
