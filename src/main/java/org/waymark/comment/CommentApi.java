package org.waymark.comment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Comments for programs: read, said, put right, withdrawn, with the same rights as on the pages. */
@RestController
@RequestMapping("/api/programs/{code}/comments")
@Tag(name = "comments")
class CommentApi {

    private static final int MOST = 200;

    private final Comments comments;
    private final Threads threads;

    CommentApi(Comments comments, Threads threads) {
        this.comments = comments;
        this.threads = threads;
    }

    record Said(
            @Nullable String about,
            @Nullable String words,
            @Nullable List<String> mentions) {}

    record Answer(
            long id,
            String about,
            String called,
            String author,
            String words,
            List<String> mentions,
            OffsetDateTime at,
            boolean edited,
            @Nullable String withdrawnBy) {}

    @GetMapping
    @Operation(
            summary = "What was said in a program, newest first; of one thread, oldest first",
            description = "For whoever may see the program. about is program, stage:{id}, gate:{id},"
                    + " task:{stage}/{task key}, figure:{stage}/{element} or measure:{name}.")
    List<Answer> list(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size,
            Principal me) {
        if (size < 1 || size > MOST) {
            throw Refusal.bad("work.page-size", MOST).at("size");
        }
        List<Threads.Line> lines = about == null
                ? threads.latest(code, before, size, me.getName())
                : threads.of(code, about, me.getName()).lines();
        return lines.stream().map(CommentApi::answer).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say something about a program, a stage, a gate, a task or a figure",
            description = "For the program's team. Whoever is picked in mentions, or named in the words as @ and their"
                    + " whole name, gets a notice.")
    Answer say(@PathVariable String code, @RequestBody Said said, Principal me) {
        long id = comments.say(code, said.about(), said.words(), said.mentions(), me.getName());
        return one(code, comments.get(code, id).about(), id, me);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Put an own comment right", description = "For its author, within 15 minutes.")
    Answer edit(@PathVariable String code, @PathVariable long id, @RequestBody Said said, Principal me) {
        comments.edit(code, id, said.words(), said.mentions(), me.getName());
        return one(code, comments.get(code, id).about(), id, me);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Withdraw a comment",
            description = "For its author and the program's manager. Its words go; that it was there stays.")
    void withdraw(@PathVariable String code, @PathVariable long id, Principal me) {
        comments.withdraw(code, id, me.getName());
    }

    private Answer one(String code, String about, long id, Principal me) {
        return threads.of(code, about, me.getName()).lines().stream()
                .filter(line -> line.id() == id)
                .map(CommentApi::answer)
                .findFirst()
                .orElseThrow(() -> Refusal.missing("comment.unknown"));
    }

    private static Answer answer(Threads.Line line) {
        return new Answer(
                line.id(),
                line.about(),
                line.called(),
                line.author(),
                line.plain(),
                line.named(),
                line.at().toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC),
                line.edited(),
                line.withdrawnBy());
    }
}
