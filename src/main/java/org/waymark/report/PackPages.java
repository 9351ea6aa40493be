package org.waymark.report;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.waymark.gate.GatePack;
import org.waymark.gate.GatePacks;
import org.waymark.stage.Document;

/** The gate pack: everything for one decision on a page to read in five minutes, to print or to take along as PDF. */
@Controller
class PackPages {

    private final GatePacks packs;
    private final ITemplateEngine templates;
    private final Paper paper;

    PackPages(GatePacks packs, ITemplateEngine templates, Paper paper) {
        this.packs = packs;
        this.templates = templates;
        this.paper = paper;
    }

    @GetMapping("/programs/{code}/gates/{stage}/pack")
    String page(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable Integer review,
            Principal reader,
            Model model) {
        model.addAttribute("pack", packs.of(code, stage, review, reader.getName()));
        model.addAttribute("me", reader.getName());
        return "report/pack";
    }

    @GetMapping({"/programs/{code}/gates/{stage}/pack.pdf", "/api/programs/{code}/gates/{stage}/pack.pdf"})
    ResponseEntity<byte[]> pdf(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable Integer review,
            Principal reader) {
        GatePack pack = packs.of(code, stage, review, reader.getName());
        List<Document.Chart> charts = pack.heart()
                .map(Document.Section::chart)
                .filter(ChartDrawing::draws)
                .map(List::of)
                .orElse(List.of());
        String page = templates.process(
                "report/pack-paper",
                new Context(LocaleContextHolder.getLocale(), Map.of("pack", pack, "drawn", !charts.isEmpty())));
        ContentDisposition named = ContentDisposition.attachment()
                .filename(code + "-" + stage + "-gate.pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(paper.print(page, charts));
    }
}
