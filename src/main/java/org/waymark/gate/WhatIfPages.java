package org.waymark.gate;

import java.math.BigDecimal;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.waymark.web.Refusal;

/** What would change the recommendation: other figures tried out, nothing stored, nothing logged. */
@Controller
class WhatIfPages {

    private static final String FIGURE = "f.";

    private final GatePage page;
    private final Wording words;

    WhatIfPages(GatePage page, Wording words) {
        this.page = page;
        this.words = words;
    }

    /** One figure that can be turned: as measured, as tried out, and what comes of it. */
    record Row(String fact, WhatIf.Changed changed, String measured, String tried, String takes) {

        /** Whether it is asked for as yes or no. */
        public boolean yesNo() {
            return changed.after().unit().equals("yesNo");
        }
    }

    @GetMapping("/programs/{code}/gates/{stage}/what-if")
    String whatIf(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam Map<String, String> typed,
            Principal reader,
            Model model) {
        Review review = review(code, stage, null, reader);
        String currency = review.program().currency();
        Map<String, BigDecimal> figures = Map.of();
        try {
            figures = figures(typed);
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusal);
        }
        WhatIf tried = WhatIf.of(findings(review), figures);
        model.addAttribute("review", review);
        model.addAttribute("whatIf", tried);
        model.addAttribute(
                "rows",
                tried.findings().stream()
                        .map(changed -> new Row(
                                changed.before().fact(),
                                changed,
                                words.shown(changed.before(), currency),
                                plain(changed.after().measured()),
                                changed.before().met() ? "" : words.takes(changed.before(), currency)))
                        .toList());
        return "gate/what-if";
    }

    record Answer(String recommendation, String rule, List<String> unmet) {}

    /** The same for programs: figures as parameters named {@code f.npv}. */
    @GetMapping("/api/programs/{code}/gates/{stage}/what-if")
    @ResponseBody
    Answer answer(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam Map<String, String> typed,
            Principal reader) {
        WhatIf tried = WhatIf.of(findings(review(code, stage, null, reader)), figures(typed));
        return new Answer(
                tried.after().decision().name(),
                tried.after().rule(),
                tried.findings().stream()
                        .map(WhatIf.Changed::after)
                        .filter(finding -> !finding.met())
                        .map(Finding::criterion)
                        .toList());
    }

    private Review review(String code, String stage, @Nullable Integer number, Principal reader) {
        page.mayVisit(code, stage, reader.getName());
        return page.review(code, stage, number, reader.getName());
    }

    private static List<Finding> findings(Review review) {
        return review.rows().stream().map(FindingRow::finding).toList();
    }

    private static Map<String, BigDecimal> figures(Map<String, String> typed) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        typed.forEach((name, text) -> {
            String plain = text.strip().replace(',', '.');
            if (name.startsWith(FIGURE) && !plain.isEmpty()) {
                if (!plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
                    throw Refusal.invalid("gate.what-if.figure", text).at(name);
                }
                figures.put(name.substring(FIGURE.length()), new BigDecimal(plain));
            }
        });
        return figures;
    }

    private static String plain(@Nullable BigDecimal figure) {
        return figure == null
                ? ""
                : figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
