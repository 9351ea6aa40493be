package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
        Page phone = signedIn("sponsor", 360).newPage();
        phone.navigate(base() + "/my-work/" + open("ATLAS", "decideGate").task());
        phone.locator("#work-submit").waitFor();
        picture(phone, "phone-decideGate");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private void handIn(WorkItem item, String name) {
        Page page = inTasklist(page(String.valueOf(item.assignee())), item);
        if (name != null) {
            page.waitForTimeout(600);
            picture(page, name);
            axe(page, "#work", item.taskKey());
        }
        handInThere(page, item);
    }
}
