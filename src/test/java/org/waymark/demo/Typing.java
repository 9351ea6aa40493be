package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.process.WorkItem;

/** Fills a form in the browser as its person would: by the keyboard alone where a form is answered row by row. */
class Typing {

    /** Answered from the first field to the button with Tab, Space, arrow keys and digits. */
    private static final Set<String> KEYS =
            Set.of("weighValues", "rateCapabilities", "voteMaturity", "answerChecklist");

    private static final Set<String> CLICKS = Set.of(
            "submitForDecision",
            "decideGate",
            "fulfilCondition",
            "confirmCondition",
            "estimateBenefits",
            "reviewFinances",
            "agreeUseCases",
            "planFirstWave",
            "decideComponents",
            "reviewArchitecture");

    private static final int LONGEST = 900;
    private static final int SHARES = 5;

    private static final String FOCUSED = """
            () => {
              const one = document.activeElement;
              if (one.id === 'work-submit') { return ['end', '']; }
              return one.closest('#work-body') ? [one.checked ? 'answered' : one.type || '', one.name || ''] : ['', ''];
            }
            """;

    private final Page page;
    private final LocalDate today;

    Typing(Page page, LocalDate today) {
        this.page = page;
        this.today = today;
    }

    static boolean byKeys(WorkItem item) {
        return KEYS.contains(item.taskKey());
    }

    static boolean knows(WorkItem item) {
        return byKeys(item) || CLICKS.contains(item.taskKey());
    }

    void fill(WorkItem item) {
        switch (item.taskKey()) {
            case "estimateBenefits" -> estimate();
            case "agreeUseCases" -> choose("YES");
            case "reviewFinances", "reviewArchitecture" -> choose("ACCEPT");
            case "confirmCondition" -> choose("KEPT");
            case "fulfilCondition" -> field("proof").pressSequentially("Named on Monday; it stands in the minutes.");
            case "submitForDecision" ->
                page.locator("#work-body textarea:visible")
                        .all()
                        .forEach(why -> why.pressSequentially("It is planned and has an owner."));
            case "planFirstWave" -> wave();
            case "decideComponents" -> component();
            case "decideGate" -> withACondition();
            default -> walk();
        }
    }

    /** From the first field to the button; every open choice gets its second answer, every recall three taps. */
    private void walk() {
        page.locator("#work-body input:visible").first().focus();
        Set<String> chosen = new HashSet<>();
        int taps = 0;
        int shares = 0;
        for (int step = 0; step < LONGEST; step++) {
            List<?> focused = (List<?>) page.evaluate(FOCUSED);
            String name = String.valueOf(focused.get(1));
            switch (String.valueOf(focused.get(0))) {
                case "end" -> {
                    return;
                }
                case "radio" -> {
                    if (chosen.add(name)) {
                        page.keyboard().press("Space");
                        page.keyboard().press("ArrowDown");
                    }
                }
                case "checkbox" -> {
                    if (name.equals("recall[]") && taps++ < 3) {
                        page.keyboard().press("Space");
                    }
                }
                case "number" -> {
                    if (name.startsWith("weights[") && shares++ < SHARES) {
                        page.keyboard().press("Control+A");
                        page.keyboard().type(String.valueOf(100 / SHARES));
                    }
                }
                default -> {}
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to the button");
    }

    private void estimate() {
        List<Locator> lines = page.locator("#work-body fieldset.item").all();
        assertThat(lines).isNotEmpty();
        for (int i = 0; i < lines.size(); i++) {
            String line = "lines[" + i + "].";
            String template = field(line + "template").inputValue();
            for (Map.Entry<String, String> figure :
                    Figures.USUAL.getOrDefault(template, Map.of()).entrySet()) {
                figure(line + "inputs[" + figure.getKey() + "]", figure.getValue());
            }
            field(line + "baseline").fill("Measured in the last twelve months");
            figure(line + "confidence", Figures.CONFIDENCE.getOrDefault(template, "0.60"));
            field(line + "evidence").pressSequentially("Own figures, checked with finance");
        }
    }

    /** A share is typed in percent, everything else as it is. */
    private void figure(String name, String amount) {
        Locator percent = field(name + "%");
        if (percent.count() == 0) {
            field(name).fill(amount);
        } else {
            percent.fill(new BigDecimal(amount).movePointRight(2).toPlainString());
        }
    }

    private void choose(String answer) {
        List<Locator> choices = page.locator("#work-body label:has(input[value=" + answer + "])")
                .all();
        assertThat(choices).isNotEmpty();
        choices.forEach(Locator::click);
    }

    private void wave() {
        int rows = page.locator("#work-body input[name$='.candidate']").count();
        assertThat(rows).isPositive();
        for (int i = 0; i < rows; i++) {
            String row = "wave[" + i + "].";
            field(row + "id").check();
            field(row + "date").fill(today.plusDays(60).toString());
            field(row + "measure").pressSequentially("Share answered inside the promise");
        }
        field("wave[0].quickWin").check();
    }

    /** Takes the first component's decision back and decides it again. */
    private void component() {
        Locator row = page.locator("#work-body details.component").first();
        row.locator("summary").first().click();
        Locator decision = row.locator("select.what");
        String decided = decision.inputValue();
        decision.selectOption("");
        page.locator("#work-state[data-invalid=true]").waitFor(attached());
        decision.selectOption(decided);
        row.locator("[name$='.reason']").fill("Decided in the working session.");
    }

    private void withACondition() {
        page.locator("#work-body input[name=decision][value=CONDITIONAL_GO]").check();
        field("conditions[0].text").pressSequentially("Name an owner for the reply promise");
        field("conditions[0].owner").selectOption("service");
        field("conditions[0].due").fill(today.plusDays(14).toString());
        field("conditions[0].proof").fill("The name in the minutes");
        Locator proof = page.locator("#prove");
        if (proof.isVisible()) {
            proof.locator("input").pressSequentially("Waymark-demo-2026");
            proof.locator("button").click();
            proof.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    private Locator field(String name) {
        return page.locator("#work-body [name='" + name + "']");
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
