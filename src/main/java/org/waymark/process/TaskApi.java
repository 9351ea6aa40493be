package org.waymark.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Work for programs: what waits, its draft, handing it in. */
@RestController
@RequestMapping("/api/tasks")
class TaskApi {

    private static final int MOST = 200;

    private final Work work;
    private final WorkItems items;
    private final Notes notes;
    private final ProgramPeople people;
    private final Texts texts;
    private final Clock clock;

    TaskApi(Work work, WorkItems items, Notes notes, ProgramPeople people, Texts texts, Clock clock) {
        this.work = work;
        this.items = items;
        this.notes = notes;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    record Todo(String field, String message) {}

    record TaskAnswer(
            String id,
            String key,
            String name,
            String program,
            String stage,
            @Nullable String assignee,
            List<String> candidates,
            OffsetDateTime created,
            @Nullable OffsetDateTime due,
            boolean overdue,
            @Nullable Long version,
            @Nullable JsonNode work,
            @Nullable List<Todo> missing) {}

    record Save(@Nullable Long version, @Nullable JsonNode work) {}

    record PassOn(@Nullable String to, @Nullable String words) {}

    @GetMapping
    List<TaskAnswer> waiting(
            @RequestParam(required = false) @Nullable String program,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "50") int size,
            Principal person) {
        if (size < 1 || size > MOST) {
            throw Refusal.bad("work.page-size", MOST).at("size");
        }
        List<WorkItem> found = program == null || mine ? items.openOf(person.getName()) : visible(program, person);
        return found.stream()
                .filter(item -> program == null || item.program().equals(program))
                .filter(item -> key == null || item.taskKey().equals(key))
                .limit(size)
                .map(item -> answer(item, null))
                .toList();
    }

    private List<WorkItem> visible(String program, Principal person) {
        if (!people.maySee(program, person.getName())) {
            throw Refusal.missing("work.unknown-program", program);
        }
        return items.open(program);
    }

    @GetMapping("/{task}")
    TaskAnswer one(@PathVariable String task, Principal person) {
        return answer(work.open(task, person.getName()));
    }

    @PutMapping("/{task}/work")
    TaskAnswer save(@PathVariable String task, @RequestBody Save save, Principal person) {
        if (save.work() == null || !save.work().isObject() || save.version() == null) {
            throw Refusal.bad("work.save-shape");
        }
        return answer(work.save(task, person.getName(), save.work(), save.version()));
    }

    @PostMapping("/{task}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(
            @PathVariable String task,
            @RequestParam(defaultValue = "false") boolean submit,
            @RequestBody(required = false) @Nullable JsonNode body,
            Principal person) {
        if (body != null && !body.isEmpty()) {
            throw Refusal.bad("work.variables");
        }
        work.complete(task, person.getName(), submit);
    }

    @PostMapping("/{task}/pass-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void passOn(@PathVariable String task, @RequestBody PassOn to, Principal person) {
        notes.passOn(
                task,
                person.getName(),
                Objects.requireNonNullElse(to.to(), ""),
                Objects.requireNonNullElse(to.words(), ""));
    }

    private TaskAnswer answer(Work.Sheet sheet) {
        return answer(sheet.task(), sheet);
    }

    private TaskAnswer answer(WorkItem item, Work.@Nullable Sheet sheet) {
        return new TaskAnswer(
                item.task(),
                item.taskKey(),
                item.name(),
                item.program(),
                item.stage(),
                item.assignee(),
                List.of(),
                item.created(),
                item.due(),
                item.isOverdue(OffsetDateTime.now(clock)),
                sheet == null ? null : Long.valueOf(sheet.version()),
                sheet == null ? null : sheet.work(),
                sheet == null
                        ? null
                        : sheet.missing().stream()
                                .map(one -> new Todo(one.field(), texts.of(one.key(), one.args())))
                                .toList());
    }
}
