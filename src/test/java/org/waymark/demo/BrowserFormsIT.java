package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.process.WorkItem;

/** Every form on a phone, in the dark and at 200 % zoom: nothing scrolls sideways, nothing is cut off or lies beneath the foot. */
class BrowserFormsIT extends BrowserHouse {

    private static final int PHONE = 360;
    /** What is left of a window of 1,360 pixels at 200 %. */
    private static final int ZOOMED = 680;

    private static final int SHORT = 740;
    private static final int BELOW_THE_BAR = 200;

    /** High enough for the foot that sticks to the window's edge to stand where the form ends. */
    private static final int TALL = 3_000;

    private static final Logger log = LoggerFactory.getLogger(BrowserFormsIT.class);

    /** Controls outside the form or the window, and parts that scroll sideways; a wide table of figures may, in a box of its own. */
    private static final String CUT_OFF = """
            () => {
              const root = document.querySelector('#work');
              const box = root.getBoundingClientRect();
              const edge = Math.min(box.right, window.innerWidth) + 1;
              const found = [];
              for (const one of root.querySelectorAll('*')) {
                const at = one.getBoundingClientRect();
                const style = getComputedStyle(one);
                if (!at.width || !at.height || style.visibility === 'hidden' || one.closest('.visually-hidden')) { continue; }
                if (at.width <= 1 || at.height <= 1 || style.position === 'absolute' && style.opacity === '0') { continue; }
                const name = one.tagName + '.' + one.className + ' ' + (one.name || one.textContent.trim().slice(0, 30));
                const figures = one.querySelector('table') && !one.querySelector('input, select, textarea, button');
                if (one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(style.overflowX) && !figures) {
                  found.push('scrolls sideways: ' + name);
                }
                if (one.matches('input, select, textarea, button, label, p, h1, h2, h3') && (at.right > edge || at.left < box.left - 1)) {
                  found.push('cut off: ' + name + ' ' + Math.round(at.left) + '-' + Math.round(at.right) + ' of ' + Math.round(edge));
                }
              }
              if (document.documentElement.scrollWidth > window.innerWidth) { found.push('the page scrolls sideways'); }
              return found.slice(0, 5);
            }
            """;

    /** Where the keyboard is: the name of a field that lies beneath the foot, nothing when it can be seen, null outside. */
    private static final String BENEATH = """
            () => {
              const one = document.activeElement;
              if (!one.closest('#work-body')) { return null; }
              const foot = Math.min(...[...document.querySelectorAll('#work .foot, #work .work-state')]
                .map((part) => part.getBoundingClientRect()).filter((part) => part.height).map((part) => part.top));
              const box = one.getBoundingClientRect();
              const seen = box.top >= 0 && Math.min(box.bottom, box.top + 40) <= foot + 1;
              return seen ? '' : 'beneath the foot: ' + (one.name || one.textContent.trim().slice(0, 30));
            }
            """;

    private static final int FIELDS = 40;

    private final Map<String, Page> phones = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyFormFitsAPhoneTheDarkAndAZoomedWindow() {
        String code = launch();
        Story asks = story(code).decides("values", question());
        Story usual = story(code);
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < 300; step++) {
            jobs.settle(code);
            List<WorkItem> open = items.open(code);
            if (open.isEmpty()) {
                break;
            }
            WorkItem item = open.get(0);
            boolean first = seen.add(item.taskKey());
            if (first) {
                look(item);
            }
            hands.handIn(item, item.taskKey().equals("decideGate") && first ? asks : usual);
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(26);
        assertThat(wrong).isEmpty();
    }

    private static ObjectNode question() {
        var decision = decision("MORE_INFORMATION");
        decision.putArray("questions").addObject().put("to", "service").put("text", "Who counted the calls?");
        return decision;
    }

    /** Loads a form twice, in Tasklist and on its own page, and looks at it in every size and colour. */
    private void look(WorkItem item) {
        Page phone = phones.computeIfAbsent(
                String.valueOf(item.assignee()),
                person -> signedIn(person, new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))
                        .newPage());
        phone.setViewportSize(PHONE, TALL);
        inTasklist(phone, item);
        if (phone.locator("#work").boundingBox().y > BELOW_THE_BAR) {
            tell(item.taskKey() + " begins below Tasklist's lists");
        }
        check(phone, item, "tasklist-phone");
        phone.setViewportSize(ZOOMED, TALL);
        check(phone, item, "tasklist-zoomed");
        phone.navigate(base() + "/my-work/" + item.task());
        submit(phone, item).waitFor();
        check(phone, item, "zoomed-dark");
        phone.setViewportSize(PHONE, TALL);
        check(phone, item, "phone-dark");
        contrast(phone, item);
        phone.setViewportSize(PHONE, SHORT);
        walk(phone, item);
        phone.setViewportSize(PHONE, TALL);
        phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        check(phone, item, "phone-light");
        phone.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    /** Goes through a form with the Tab key: whoever types sees where they are. */
    private void walk(Page page, WorkItem item) {
        Locator fields = page.locator("#work-body :is(input, select, textarea):visible");
        if (fields.count() == 0) {
            return;
        }
        fields.first().focus();
        page.keyboard().press("Tab");
        for (int step = 0; step < FIELDS; step++) {
            Object hidden = page.evaluate(BENEATH);
            if (hidden == null) {
                return;
            }
            if (!hidden.equals("")) {
                tell(item.taskKey() + " by keyboard: " + hidden);
            }
            page.keyboard().press("Tab");
        }
    }

    private void check(Page page, WorkItem item, String how) {
        page.waitForTimeout(150);
        if (how.contains("phone")) {
            page.locator("#work")
                    .screenshot(new Locator.ScreenshotOptions()
                            .setPath(PICTURES.resolve("forms-" + item.taskKey() + "-" + how + ".png")));
        }
        found(item, how, page.evaluate(CUT_OFF));
    }

    private void found(WorkItem item, String how, Object all) {
        for (Object one : (List<?>) all) {
            tell(item.taskKey() + " " + how + ": " + one);
        }
    }

    private void contrast(Page page, WorkItem item) {
        try {
            axe(page, "#work", item.taskKey() + " in the dark");
        } catch (AssertionError violation) {
            tell(violation.getMessage());
        }
    }

    private void tell(String what) {
        log.warn(what);
        wrong.add(what);
    }
}
