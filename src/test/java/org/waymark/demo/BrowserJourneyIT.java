package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;

/** Different people carry one program through all seven stages in Tasklist, in a real browser; pictures are kept. */
class BrowserJourneyIT extends BrowserHouse {

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
            boolean first = seen.add(item.taskKey());
            boolean typed = first && Typing.knows(item);
            if (!typed || item.taskKey().equals("decideComponents")) {
                hands.type(item, story);
            }
            if (typed && item.taskKey().equals("decideGate")) {
                forgetProof(String.valueOf(item.assignee()));
            }
            handIn(item, typed, first ? String.format("%02d-%s-%s", step, item.taskKey(), item.assignee()) : null);
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
        Page phone = signedIn("sponsor", 360).newPage();
        phone.navigate(base() + "/my-work/" + open("ATLAS", "decideGate").task());
        phone.locator("#work-submit").waitFor();
        picture(phone, "phone-decideGate");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private void handIn(WorkItem item, boolean typed, String name) {
        Page page = inTasklist(page(String.valueOf(item.assignee())), item);
        if (typed) {
            boolean signs = item.taskKey().equals("decideGate");
            assertThat(page.locator("#prove").isVisible())
                    .as("asked for the password again")
                    .isEqualTo(signs);
            new Typing(page, LocalDate.now(clock)).fill(item);
            until(page, () -> missing(item).isEmpty());
        }
        if (name != null) {
            page.waitForTimeout(600);
            picture(page, name);
            axe(page, "#work", item.taskKey());
        }
        if (typed && Typing.byKeys(item)) {
            submit(page, item).press("Enter");
            until(page, () -> !items.find(item.task()).orElseThrow().isOpen());
        } else {
            handInThere(page, item);
        }
    }

    private List<Missing> missing(WorkItem item) {
        return work.open(item.task(), String.valueOf(item.assignee())).missing();
    }

    /** As if this person had signed in the day before: the next signature asks for the password. */
    private void forgetProof(String person) {
        page(person);
        int aged = jdbc.sql("update security_proof set proved_at = ? where person = ?")
                .params(OffsetDateTime.now(clock).minusDays(1), person)
                .update();
        assertThat(aged).isEqualTo(1);
    }
}
