package org.waymark.comment;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
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
import org.waymark.process.WorkItem;
import org.waymark.process.WorkItems;
import org.waymark.program.Programs;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Team;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Comments on pages: everything that was said in a program, one thread, and the thread beside an open task. */
@Controller
class CommentPages {

    private static final int AT_ONCE = 50;

    private final Comments comments;
    private final Threads threads;
    private final Programs programs;
    private final Stages stages;
    private final WorkItems items;
    private final Team team;
    private final Texts texts;

    CommentPages(
            Comments comments,
            Threads threads,
            Programs programs,
            Stages stages,
            WorkItems items,
            Team team,
            Texts texts) {
        this.comments = comments;
        this.threads = threads;
        this.programs = programs;
        this.stages = stages;
        this.items = items;
        this.team = team;
        this.texts = texts;
    }

    @GetMapping("/programs/{code}/comments")
    String all(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long before,
            Principal me,
            Model model) {
        String reader = me.getName();
        List<Threads.Line> lines = threads.latest(code, before, AT_ONCE + 1, reader);
        model.addAttribute("program", programs.get(code));
        model.addAttribute("lines", lines.stream().limit(AT_ONCE).toList());
        model.addAttribute(
                "older", lines.size() > AT_ONCE ? lines.get(AT_ONCE - 1).id() : null);
        model.addAttribute("member", team.includes(code, reader));
        model.addAttribute("stages", stages.ids());
        return "comment/all";
    }

    @GetMapping(value = "/programs/{code}/comments", params = "about")
    String thread(@PathVariable String code, @RequestParam String about, Principal me, Model model) {
        model.addAttribute("talk", threads.of(code, about, me.getName()));
        model.addAttribute("program", programs.get(code));
        return "comment/thread-page";
    }

    /** Where a mail leads: to the comment in its thread. */
    @GetMapping("/programs/{code}/comments/{id}")
    String one(@PathVariable String code, @PathVariable long id, Principal me) {
        team.mustSee(code, me.getName());
        return to(code, comments.get(code, id));
    }

    @PostMapping("/programs/{code}/comments")
    String say(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable List<String> mention,
            Principal me) {
        long id = comments.say(code, about, words, mention, me.getName());
        return to(code, comments.get(code, id));
    }

    @PostMapping("/programs/{code}/comments/{id}/edit")
    String edit(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable List<String> mention,
            Principal me) {
        comments.edit(code, id, words, mention, me.getName());
        return to(code, comments.get(code, id));
    }

    @PostMapping("/programs/{code}/comments/{id}/withdraw")
    String withdraw(@PathVariable String code, @PathVariable long id, Principal me) {
        comments.withdraw(code, id, me.getName());
        return to(code, comments.get(code, id));
    }

    /** Everything that was said, for whoever keeps the program's papers. */
    @GetMapping("/programs/{code}/comments.csv")
    ResponseEntity<byte[]> file(@PathVariable String code, Principal me) {
        team.mustSee(code, me.getName());
        StringBuilder lines = new StringBuilder("\uFEFF");
        lines.append(Csv.line(List.of(
                texts.of("comment.file.at"),
                texts.of("comment.file.about"),
                texts.of("comment.file.by"),
                texts.of("comment.file.words"),
                texts.of("comment.file.withdrawn"))));
        Long before = null;
        for (List<Threads.Line> some = threads.latest(code, null, AT_ONCE, me.getName()); !some.isEmpty(); ) {
            for (Threads.Line line : some) {
                String withdrawnBy = line.withdrawnBy();
                lines.append(Csv.line(List.of(
                        line.at().toOffsetDateTime().toString(),
                        line.called(),
                        line.by(),
                        line.plain(),
                        withdrawnBy == null ? "" : withdrawnBy)));
                before = line.id();
            }
            some = threads.latest(code, before, AT_ONCE, me.getName());
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(code + "-comments.csv")
                                .build()
                                .toString())
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What stands beside an open task, in Tasklist as on a page. */
    @GetMapping("/tasks/{task}/comments")
    String beside(@PathVariable String task, Principal me, Model model) {
        return beside(item(task, me), me, model);
    }

    @PostMapping("/tasks/{task}/comments")
    String sayBeside(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable List<String> mention,
            Principal me,
            Model model) {
        WorkItem item = item(task, me);
        comments.say(item.program(), Subjects.of(item).key(), words, mention, me.getName());
        return beside(item, me, model);
    }

    private String beside(WorkItem item, Principal me, Model model) {
        model.addAttribute("talk", threads.of(item.program(), Subjects.of(item).key(), me.getName()));
        return "comment/beside :: beside";
    }

    private WorkItem item(String task, Principal me) {
        WorkItem item = items.find(task).orElseThrow(() -> Refusal.missing("work.unknown"));
        team.mustSee(item.program(), me.getName());
        return item;
    }

    private static String to(String code, Comment comment) {
        // of our own signs only: what is spoken about was checked against its pattern
        return "redirect:/programs/" + code + "/comments?about=" + comment.about() + "#comment-" + comment.id();
    }
}
