package org.waymark.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** A list of the catalogue as a file: taken away, changed in a spreadsheet, looked at line by line, and brought back. */
@Controller
@RequestMapping("/catalogue/{kind}")
class CatalogueFilePages {

    private final CatalogueViews views;
    private final CatalogueSheet sheet;
    private final CatalogueFile files;
    private final Texts texts;

    CatalogueFilePages(CatalogueViews views, CatalogueSheet sheet, CatalogueFile files, Texts texts) {
        this.views = views;
        this.sheet = sheet;
        this.files = files;
        this.texts = texts;
    }

    /** One problem as the page tells it. */
    record Told(int row, String column, String message) {}

    @GetMapping("/file.csv")
    ResponseEntity<byte[]> download(@PathVariable String kind) {
        Kind shown = views.kind(kind);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("waymark-" + shown.path() + ".csv")
                                .build()
                                .toString())
                .body(sheet.write(shown).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/file")
    String page(@PathVariable String kind, HttpServletRequest request, Model model) {
        Kind shown = administered(kind, request);
        model.addAttribute("kind", shown);
        model.addAttribute("header", sheet.header(shown));
        return "catalogue/file";
    }

    @PostMapping("/file")
    String look(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        String page = page(kind, request, model);
        try {
            String text = new String(file == null ? new byte[0] : file.getBytes(), StandardCharsets.UTF_8);
            CatalogueFile.Looked looked = files.look(views.kind(kind), text);
            model.addAttribute(
                    "problems",
                    looked.problems().stream()
                            .map(one -> new Told(one.row(), one.column(), texts.of(one.why())))
                            .toList());
            model.addAttribute("changes", looked.changes());
            model.addAttribute("text", text);
            model.addAttribute("seen", sheet.fingerprint(views.kind(kind)));
            model.addAttribute("looked", true);
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            model.addAttribute("problems", List.of());
            model.addAttribute("error", texts.of(refusal));
        }
        return page;
    }

    @PostMapping("/file/take")
    String take(
            @PathVariable String kind,
            @RequestParam String text,
            @RequestParam String seen,
            HttpServletRequest request,
            RedirectAttributes after) {
        files.take(administered(kind, request), text, seen);
        after.addFlashAttribute("notice", "catalogue.file.taken");
        return "redirect:/catalogue/" + kind;
    }

    private Kind administered(String kind, HttpServletRequest request) {
        if (!request.isUserInRole("KEEP_CATALOGUE")) {
            throw Refusal.forbidden("catalogue.administrators");
        }
        return views.kind(kind);
    }
}
