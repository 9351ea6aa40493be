package org.waymark.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.Principal;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Filling a task from a file: the file to download, what it would change, taking it over. */
@Controller("taskFilePages")
class FilePages {

    private static final TypeReference<List<Csv.Row>> ROWS = new TypeReference<>() {};
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LONGEST_ROWS = 2_000_000;

    private final FileWork files;
    private final Work work;
    private final Texts texts;
    private final JsonMapper json = JsonMapper.builder().build();

    FilePages(FileWork files, Work work, Texts texts) {
        this.files = files;
        this.work = work;
        this.texts = texts;
    }

    /** One problem as the page tells it. */
    record Told(int row, String column, String message) {}

    @GetMapping("/my-work/{task}/file")
    String page(@PathVariable String task, Principal person, Model model) {
        Work.Sheet sheet = work.open(task, person.getName());
        model.addAttribute("header", FileWork.shape(sheet).header());
        model.addAttribute("task", sheet.task());
        return "work/file";
    }

    @GetMapping("/my-work/{task}/file.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String task, Principal person) {
        WorkItem item = work.mine(task, person.getName());
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(item.program() + "-" + item.taskKey() + ".xlsx")
                                .build()
                                .toString())
                .body(files.template(task, person.getName()));
    }

    @PostMapping("/my-work/{task}/file")
    String look(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal person,
            Model model)
            throws IOException {
        Work.Sheet sheet = work.open(task, person.getName());
        model.addAttribute("header", FileWork.shape(sheet).header());
        model.addAttribute("task", sheet.task());
        try {
            List<Csv.Row> rows = SheetFile.rows(file == null ? new byte[0] : file.getBytes());
            FromFile laid = files.look(task, person.getName(), rows);
            model.addAttribute("looked", true);
            model.addAttribute(
                    "problems",
                    laid.problems().stream()
                            .map(one -> new Told(one.row(), one.column(), texts.of(one.why())))
                            .toList());
            model.addAttribute("changes", laid.changes());
            model.addAttribute("version", sheet.version());
            model.addAttribute("rows", write(rows));
        } catch (Refusal refusal) {
            model.addAttribute("error", texts.of(refusal));
        }
        return "work/file";
    }

    @PostMapping("/my-work/{task}/file/take")
    String take(@PathVariable String task, @RequestParam String rows, @RequestParam long version, Principal person) {
        files.take(task, person.getName(), read(rows), version);
        return "redirect:/my-work/" + task;
    }

    private String write(List<Csv.Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Csv.Row> read(String rows) {
        try {
            List<Csv.Row> read = rows.length() > LONGEST_ROWS ? List.of() : json.readValue(rows, ROWS);
            if (read.size() < 2
                    || read.size() > SheetFile.MOST_ROWS + 1
                    || read.stream().anyMatch(FilePages::hollow)) {
                throw Refusal.bad("work.file.empty");
            }
            return read;
        } catch (JsonProcessingException notOurs) {
            throw Refusal.bad("work.file.empty");
        }
    }

    private static boolean hollow(Csv.@Nullable Row row) {
        return row == null || row.cells() == null || row.cells().stream().anyMatch(java.util.Objects::isNull);
    }
}
