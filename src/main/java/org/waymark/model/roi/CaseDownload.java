package org.waymark.model.roi;

import java.security.Principal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Team;

/** Hands out the case as a spreadsheet to whoever may read its page. */
@Controller
class CaseDownload {

    private static final MediaType SPREADSHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final CaseWorkbook workbook;
    private final RoiBook book;
    private final Programs programs;
    private final Team team;

    CaseDownload(CaseWorkbook workbook, RoiBook book, Programs programs, Team team) {
        this.workbook = workbook;
        this.book = book;
        this.programs = programs;
        this.team = team;
    }

    @GetMapping("/programs/{code}/stages/roi/case.xlsx")
    ResponseEntity<byte[]> download(@PathVariable String code, Principal person) {
        team.mustSee(code, person.getName());
        String file = code.replaceAll("[^A-Za-z0-9_-]", "_") + "-case.xlsx";
        return ResponseEntity.ok()
                .contentType(SPREADSHEET)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(workbook.of(programs.get(code), book.priced(code)));
    }
}
