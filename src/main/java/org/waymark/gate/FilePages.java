package org.waymark.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.evidence.EvidenceFile;
import org.waymark.evidence.EvidenceFiles;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Files beside a review: brought before it is called, read by everybody who may see the gate. */
@Controller
class FilePages {

    private final GatePage page;
    private final Interventions interventions;
    private final Sittings sittings;
    private final Evidence evidence;
    private final EvidenceFiles files;
    private final Texts texts;

    FilePages(
            GatePage page,
            Interventions interventions,
            Sittings sittings,
            Evidence evidence,
            EvidenceFiles files,
            Texts texts) {
        this.page = page;
        this.interventions = interventions;
        this.sittings = sittings;
        this.evidence = evidence;
        this.files = files;
        this.texts = texts;
    }

    @PostMapping("/programs/{code}/gates/{stage}/files")
    String bring(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam int review,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String criterion,
            Principal person,
            RedirectAttributes said)
            throws IOException {
        try {
            keep(code, stage, review, file, criterion, person);
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", texts.of(refusal));
        }
        return "redirect:/programs/" + code + "/gates/" + stage;
    }

    @PostMapping("/api/programs/{code}/gates/{stage}/sittings/{number}/files")
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    Map<String, String> bring(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable int number,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String criterion,
            Principal person)
            throws IOException {
        EvidenceFile kept = keep(code, stage, number, file, criterion, person);
        return Map.of("name", kept.name(), "version", String.valueOf(kept.version()), "sha256", kept.sha256());
    }

    private EvidenceFile keep(
            String code, String stage, int number, MultipartFile file, @Nullable String criterion, Principal person)
            throws IOException {
        page.mayVisit(code, stage, person.getName());
        String name = String.valueOf(file.getOriginalFilename());
        return interventions.bring(code, stage, number, person.getName(), name, file.getBytes(), criterion);
    }

    @GetMapping({
        "/programs/{code}/gates/{stage}/sittings/{number}/files/{id}",
        "/api/programs/{code}/gates/{stage}/sittings/{number}/files/{id}"
    })
    ResponseEntity<StreamingResponseBody> read(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable int number,
            @PathVariable long id,
            Principal reader) {
        page.mayVisit(code, stage, reader.getName());
        Sitting sitting =
                sittings.numbered(code, stage, number).orElseThrow(() -> Refusal.missing("gate.sitting.none"));
        if (!evidence.has(sitting.id(), id)) {
            throw Refusal.missing("gate.sitting.none");
        }
        EvidenceFile file = files.get(id);
        ContentDisposition kept = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .header(HttpHeaders.CONTENT_TYPE, file.media())
                .contentLength(file.bytes())
                .body(out -> files.write(file, out));
    }
}
