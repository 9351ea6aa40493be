package org.waymark.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.waymark.stage.Document;
import org.waymark.stage.Shown;

/** The blueprint on A4, tagged for screen readers, with bookmarks and its own letters inside. */
@Component
class BlueprintPdf {

    private final ITemplateEngine templates;
    private final Shown shown;
    private final Paper paper;

    BlueprintPdf(ITemplateEngine templates, Shown shown, Paper paper) {
        this.templates = templates;
        this.shown = shown;
        this.paper = paper;
    }

    byte[] of(Blueprint whole) {
        Blueprint blueprint = whole.narrow(shown);
        List<Document.Chart> charts = charts(blueprint);
        Map<Document.Chart, Integer> drawn = new IdentityHashMap<>();
        for (int at = 0; at < charts.size(); at++) {
            drawn.put(charts.get(at), at);
        }
        String page = templates.process(
                "report/blueprint",
                new Context(
                        LocaleContextHolder.getLocale(),
                        Map.of("blueprint", blueprint, "drawn", drawn, "shown", shown)));
        return paper.print(page, charts);
    }

    private static List<Document.Chart> charts(Blueprint blueprint) {
        List<Document.Chart> charts = new ArrayList<>();
        for (Blueprint.Chapter chapter : blueprint.chapters()) {
            if (chapter.document() != null) {
                chapter.document().sections().stream()
                        .map(Document.Section::chart)
                        .filter(Objects::nonNull)
                        .filter(ChartDrawing::draws)
                        .forEach(charts::add);
            }
        }
        return charts;
    }
}
