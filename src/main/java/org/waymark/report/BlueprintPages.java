package org.waymark.report;

import java.security.Principal;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.stakeholder.Team;

/** Hands out the blueprint to whoever may see the program. */
@Controller
class BlueprintPages {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final Team team;
    private final Blueprints blueprints;
    private final BlueprintPdf pdf;
    private final BlueprintSlides slides;
    private final BlueprintWorkbook workbook;

    BlueprintPages(
            Team team, Blueprints blueprints, BlueprintPdf pdf, BlueprintSlides slides, BlueprintWorkbook workbook) {
        this.team = team;
        this.blueprints = blueprints;
        this.pdf = pdf;
        this.slides = slides;
        this.workbook = workbook;
    }

    @GetMapping({"/programs/{code}/blueprint.pdf", "/api/programs/{code}/blueprint.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable String code, Principal person) {
        return file(code, person, "pdf", MediaType.APPLICATION_PDF, pdf::of);
    }

    @GetMapping({"/programs/{code}/blueprint.pptx", "/api/programs/{code}/blueprint.pptx"})
    ResponseEntity<byte[]> slides(@PathVariable String code, Principal person) {
        return file(code, person, "pptx", MediaType.valueOf(OFFICE + "presentationml.presentation"), slides::of);
    }

    @GetMapping({"/programs/{code}/blueprint.xlsx", "/api/programs/{code}/blueprint.xlsx"})
    ResponseEntity<byte[]> workbook(@PathVariable String code, Principal person) {
        return file(code, person, "xlsx", MediaType.valueOf(OFFICE + "spreadsheetml.sheet"), workbook::of);
    }

    private ResponseEntity<byte[]> file(
            String code, Principal person, String ending, MediaType type, Function<Blueprint, byte[]> made) {
        team.mustSee(code, person.getName());
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code + "-blueprint." + ending)
                                .build()
                                .toString())
                .body(made.apply(blueprints.of(code)));
    }
}
