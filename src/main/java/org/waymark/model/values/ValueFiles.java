package org.waymark.model.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.waymark.evidence.EvidenceFile;
import org.waymark.evidence.EvidenceFiles;
import org.waymark.ledger.Ledger;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What customers said as a file: a recording's transcript, a letter, a photograph; kept once and linked to by its value. */
@Controller
class ValueFiles {

    private final EvidenceFiles files;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;

    ValueFiles(EvidenceFiles files, Team team, Ledger ledger, Clock clock) {
        this.files = files;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
    }

    private static String place(String program) {
        return "values/" + program;
    }

    /** Whether a link leads to a file of this program. */
    static boolean leadsTo(String program, String link) {
        return link.matches(Pattern.quote("/programs/" + program + "/values/files/") + "\\d{1,18}");
    }

    /** Keeps a file for one who works in the program and answers the link to put beside what was said. */
    @PostMapping({"/programs/{code}/values/files", "/api/programs/{code}/values/files"})
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    @Transactional
    public Map<String, String> bring(@PathVariable String code, @RequestParam MultipartFile file, Principal person)
            throws IOException {
        team.mustSee(code, person.getName());
        if (!team.includes(code, person.getName())) {
            throw Refusal.forbidden("values.files.team");
        }
        EvidenceFile kept = files.add(
                place(code),
                String.valueOf(file.getOriginalFilename()),
                file.getBytes(),
                person.getName(),
                OffsetDateTime.now(clock));
        ledger.append(
                code,
                "FILE_ADDED",
                person.getName(),
                null,
                "values",
                Map.of("name", kept.name(), "version", kept.version(), "sha256", kept.sha256()));
        return Map.of(
                "name",
                kept.name(),
                "link",
                "/programs/" + code + "/values/files/" + kept.id(),
                "sha256",
                kept.sha256());
    }

    @GetMapping({"/programs/{code}/values/files/{id}", "/api/programs/{code}/values/files/{id}"})
    ResponseEntity<StreamingResponseBody> read(@PathVariable String code, @PathVariable long id, Principal person) {
        team.mustSee(code, person.getName());
        EvidenceFile file = files.get(id);
        if (!file.place().equals(place(code))) {
            throw Refusal.missing("evidence.file.unknown");
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, file.media())
                .contentLength(file.bytes())
                .body(out -> files.write(file, out));
    }
}
