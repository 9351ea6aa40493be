package org.waymark.release;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.process.carry.Carried;
import org.waymark.process.carry.DrawingChange;
import org.waymark.process.carry.Releases;

/** Releases of the process for programs that talk to Waymark. */
@RestController
@RequestMapping("/api/releases")
class ReleaseApi {

    private static final int MOST = 200;

    private final Releases releases;
    private final ProgramMoves moves;

    ReleaseApi(Releases releases, ProgramMoves moves) {
        this.releases = releases;
        this.moves = moves;
    }

    /** Programs on an older release, by code, and how many there are in all. */
    record Older(List<String> programs, int count) {}

    /** The mark of the look this move was decided on, and why it is made. */
    record Wanted(@Nullable String mark, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Versions of the diagrams that are the newest or still run, and how many run on each")
    List<Releases.Version> versions() {
        return releases.versions();
    }

    @GetMapping("/{process}/{number}")
    @Operation(summary = "What differs between a version of a diagram and another one, the newest unless said")
    List<DrawingChange> changes(
            @PathVariable String process,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer to) {
        return releases.changes(process, number, to == null ? releases.newest(process) : to);
    }

    @GetMapping("/programs")
    @Operation(summary = "Programs something of which runs on an older version")
    Older programs(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        int most = Math.max(1, Math.min(size, MOST));
        return new Older(releases.older(Math.max(0, Math.min(page, MOST * MOST)) * most, most), releases.olderCount());
    }

    @GetMapping("/programs/{code}")
    @Operation(
            summary = "What moving one program to the newest release would do",
            description = "Done and taken back. The mark stands for what was looked at and is sent with the move; why"
                    + " says why the program cannot be moved now and is empty when it can.")
    Look look(@PathVariable String code) {
        return moves.look(code);
    }

    @PostMapping("/programs/{code}/move")
    @Operation(
            summary = "Move one program to the newest release",
            description = "One transaction, written to the program's decision record. 409 with the reason, and nothing"
                    + " changed, when the program went on since it was looked at or cannot be moved.")
    Carried move(@PathVariable String code, @RequestBody Wanted wanted, Principal by) {
        String mark = wanted.mark();
        String reason = wanted.reason();
        return moves.move(code, mark == null ? "" : mark, reason == null ? "" : reason, by.getName());
    }
}
