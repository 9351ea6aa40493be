package org.waymark.engagement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Team;

/** What a sponsor is suggested to do and did, for programs: with the same rights as on the sponsor's page. */
@RestController
@RequestMapping("/api/programs/{code}/sponsor/acts")
@Tag(name = "sponsor")
class SponsorActApi {

    private final SponsorActs acts;
    private final Programs programs;
    private final Team team;

    SponsorActApi(SponsorActs acts, Programs programs, Team team) {
        this.acts = acts;
        this.programs = programs;
        this.team = team;
    }

    /** One suggestion; what its own task or answer does is not done by saying so. */
    record Suggested(
            String rule, String subject, String group, String what, String why, String link, boolean doneBySaying) {}

    record Did(String rule, String subject, String group, String what, OffsetDateTime at) {}

    record Acts(String sponsor, List<Suggested> suggested, List<Did> done) {}

    record Done(@Nullable String rule, @Nullable String subject) {}

    @GetMapping
    @Operation(
            summary = "What the sponsor is suggested to do now, and did in the last 90 days",
            description = "For the sponsor and the manager. At most three suggestions, in three groups: TAKE_PART,"
                    + " COALITION, COMMUNICATE. doneBySaying tells which may be sent back as done.")
    Acts acts(@PathVariable String code, Principal me) {
        team.mustSee(code, me.getName());
        String whose = acts.whose(code, me.getName());
        return new Acts(
                whose,
                acts.of(programs.get(code), whose).stream()
                        .map(one -> new Suggested(
                                one.rule().name(),
                                one.subject(),
                                one.rule().group().name(),
                                one.what(),
                                one.why(),
                                one.href(),
                                one.rule().isTapped()))
                        .toList(),
                acts.visible(code, whose).stream()
                        .map(one -> new Did(one.ruleName(), one.subject(), one.kind(), one.what(), one.doneAt()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say that a suggested act is done",
            description = "For the sponsor. The same act twice on one day is one; what is not suggested any more"
                    + " answers 409.")
    void done(@PathVariable String code, @RequestBody Done done, Principal me) {
        acts.done(code, String.valueOf(done.rule()), String.valueOf(done.subject()), me.getName());
    }
}
