package org.waymark.move;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.security.People;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Takes a program along as a file; takes one in after a look at what it would make. */
@Controller
class MovePages {

    private static final String PERSON = "person.";

    private final Copies copies;
    private final Arrivals arrivals;
    private final People people;
    private final Texts texts;

    MovePages(Copies copies, Arrivals arrivals, People people, Texts texts) {
        this.copies = copies;
        this.arrivals = arrivals;
        this.people = people;
        this.texts = texts;
    }

    /** Asked for by a form, not by a link: taking a copy is a line of the record. */
    @PostMapping({"/programs/{code}/copy.zip", "/api/programs/{code}/copy.zip"})
    ResponseEntity<byte[]> copy(@PathVariable String code, Principal person) {
        byte[] file = copies.of(code, person.getName());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code + "-program.zip")
                                .build()
                                .toString())
                .body(file);
    }

    @GetMapping("/programs/arrivals")
    String page(Principal person) {
        arrivals.mustMove(person.getName());
        return "move/arrive";
    }

    @PostMapping("/programs/arrivals")
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal person,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            String name = file == null ? null : file.getOriginalFilename();
            byte[] content = file == null ? new byte[0] : file.getBytes();
            return "redirect:/programs/arrivals/" + arrivals.bring(content, name == null ? "" : name, person.getName());
        } catch (Refusal refusal) {
            model.addAttribute("error", texts.of(refusal));
            response.setStatus(refusal.status());
            return "move/arrive";
        }
    }

    @GetMapping("/programs/arrivals/{id}")
    String look(@PathVariable String id, Principal person, Model model) {
        Looked looked = arrivals.look(id, person.getName());
        return look(looked, looked.codeTaken() ? "" : looked.code(), Map.of(), model);
    }

    private String look(Looked looked, String code, Map<String, String> chosen, Model model) {
        model.addAttribute("looked", looked);
        model.addAttribute("code", code);
        model.addAttribute("chosen", chosen);
        model.addAttribute("everybody", people.all());
        return "move/arrive";
    }

    @PostMapping("/programs/arrivals/{id}")
    String take(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Map<String, String> fields,
            Principal person,
            Model model,
            HttpServletResponse response) {
        Map<String, String> chosen = new LinkedHashMap<>();
        fields.forEach((name, choice) -> {
            if (name.startsWith(PERSON)) {
                chosen.put(name.substring(PERSON.length()), choice);
            }
        });
        try {
            return "redirect:/programs/" + arrivals.take(id, code, chosen, person.getName());
        } catch (Refusal refusal) {
            model.addAttribute("error", texts.of(refusal));
            response.setStatus(refusal.status());
            return look(arrivals.look(id, person.getName()), code, chosen, model);
        }
    }
}
