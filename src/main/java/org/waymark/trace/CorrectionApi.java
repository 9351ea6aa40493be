package org.waymark.trace;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.stakeholder.Team;

/** Corrections after a gate, for programs. */
@RestController
@RequestMapping("/api/programs/{code}/models/{stage}/corrections")
class CorrectionApi {

    private final Corrections corrections;
    private final Team team;

    CorrectionApi(Corrections corrections, Team team) {
        this.corrections = corrections;
        this.team = team;
    }

    /** What to put right: {@code was} is what the field says now, when the caller wants to be sure of it. */
    record Asked(
            @Nullable String element,
            @Nullable String field,
            @Nullable String said,
            @Nullable String reason,
            @Nullable String was) {}

    @GetMapping
    List<Correction> of(@PathVariable String code, @PathVariable String stage, Principal person) {
        team.mustSee(code, person.getName());
        return corrections.of(code, stage);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Correction correct(
            @PathVariable String code, @PathVariable String stage, @RequestBody Asked asked, Principal person) {
        team.mustSee(code, person.getName());
        return corrections.correct(
                code,
                stage,
                new Corrections.Wish(
                        Objects.requireNonNullElse(asked.element(), ""),
                        Objects.requireNonNullElse(asked.field(), ""),
                        Objects.requireNonNullElse(asked.said(), ""),
                        Objects.requireNonNullElse(asked.reason(), ""),
                        asked.was()),
                person.getName());
    }
}
