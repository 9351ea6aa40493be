package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The portfolio in a browser: the board follows what happens, and every picture can be read without seeing it. */
class BrowserBoardIT extends BrowserHouse {

    @Test
    void theBoardShowsAChangeWithoutBeingLoadedAgain() {
        String code = launch();
        Page page = page("manager");
        page.navigate(base() + "/programs?q=" + code + "&col=holds&col=days&col=engagement");
        page.evaluate("window.sameWindow = true");
        String before = page.locator("#row-" + code).innerText();
        axe(page, null, "board");
        picture(page, "board");
        playTo(code, "values", "agreeValues");
        until(page, () -> !page.locator("#row-" + code).innerText().equals(before));
        assertThat(page.locator("#row-" + code).innerText()).contains("Mona Manager");
        assertThat(page.evaluate("window.sameWindow")).isEqualTo(true);
        assertThat(page.locator("#said").innerText()).contains(code);
    }

    @Test
    void everyPictureOfThePortfolioHasItsTableAndFitsAPhone() {
        Page wide = page("manager");
        Page narrow = signedIn("manager", 360).newPage();
        for (String path : List.of("/calendar", "/portfolio", "/portfolio?by=effort", "/programs")) {
            String name = path.replaceAll("\\W+", "-");
            wide.navigate(base() + path);
            until(
                    wide,
                    () -> wide.locator(".chart .plot svg").count()
                            == wide.locator(".chart").count());
            assertThat(wide.locator(".chart table.twin").count())
                    .isEqualTo(wide.locator(".chart").count());
            axe(wide, null, path);
            picture(wide, "portfolio" + name);
            narrow.navigate(base() + path);
            axe(narrow, null, path + " on a phone");
            picture(narrow, "portfolio-phone" + name);
            assertThat(narrow.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(360);
        }
    }
}
