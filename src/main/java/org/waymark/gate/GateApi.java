package org.waymark.gate;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.web.Refusal;

/** Gates for programs that talk to Waymark: what the page shows, and the few acts outside a task. */
@RestController
@RequestMapping("/api/programs/{code}/gates/{stage}")
class GateApi {

    private final GatePage page;
    private final GateAnswers answers;
    private final Interventions interventions;
    private final StandingIn standingIn;

    GateApi(GatePage page, GateAnswers answers, Interventions interventions, StandingIn standingIn) {
        this.page = page;
        this.answers = answers;
        this.interventions = interventions;
        this.standingIn = standingIn;
    }

    /** A note or a link to add to a review before it is called. */
    record Note(
            @Nullable String name,
            @Nullable String text,
            @Nullable String criterion) {}

    /** In whose place; may be left out when there is only one possibility. */
    record Claim(@Nullable String onBehalfOf) {}

    @GetMapping
    GateAnswers.Gate gate(@PathVariable String code, @PathVariable String stage, Principal reader) {
        page.mayVisit(code, stage, reader.getName());
        return answers.gate(code, stage, reader.getName());
    }

    @GetMapping("/sittings/{number}")
    GateAnswers.SittingAnswer sitting(
            @PathVariable String code, @PathVariable String stage, @PathVariable int number, Principal reader) {
        page.mayVisit(code, stage, reader.getName());
        return answers.sitting(page.review(code, stage, number, reader.getName()), reader.getName());
    }

    @PutMapping("/sittings/{number}/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vote(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable int number,
            @RequestBody Verdict verdict,
            Principal voter) {
        page.mayVisit(code, stage, voter.getName());
        interventions.change(code, stage, number, voter.getName(), verdict);
    }

    @PostMapping("/sittings/{number}/retract")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retract(@PathVariable String code, @PathVariable String stage, @PathVariable int number, Principal person) {
        page.mayVisit(code, stage, person.getName());
        interventions.retract(code, stage, number, person.getName());
    }

    @PostMapping("/sittings/{number}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String code, @PathVariable String stage, @PathVariable int number, Principal person) {
        page.mayVisit(code, stage, person.getName());
        interventions.resume(code, stage, number, person.getName());
    }

    /** Takes a gatekeeper's seat as their deputy; answers the task in which to decide. */
    @PostMapping("/sittings/{number}/claim")
    Map<String, String> claim(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable int number,
            @RequestBody(required = false) @Nullable Claim claim,
            Principal person) {
        page.mayVisit(code, stage, person.getName());
        String principal = claim == null ? null : claim.onBehalfOf();
        return Map.of("task", standingIn.claim(code, stage, number, principal, person.getName()));
    }

    @PostMapping("/sittings/{number}/give-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable String code, @PathVariable String stage, @PathVariable int number, Principal person) {
        page.mayVisit(code, stage, person.getName());
        standingIn.giveBack(code, stage, number, person.getName());
    }

    @GetMapping("/sittings/{number}/evidence")
    List<Evidence.Piece> evidence(
            @PathVariable String code, @PathVariable String stage, @PathVariable int number, Principal reader) {
        page.mayVisit(code, stage, reader.getName());
        return page.review(code, stage, number, reader.getName()).evidence();
    }

    @PostMapping("/sittings/{number}/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> add(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable int number,
            @RequestBody Note note,
            Principal person) {
        page.mayVisit(code, stage, person.getName());
        String name = note.name();
        String text = note.text();
        if (name == null || name.isBlank() || name.length() > 200) {
            throw Refusal.bad("gate.evidence.name").at("name");
        }
        if (text == null || text.isBlank() || text.length() > 10_000) {
            throw Refusal.bad("gate.evidence.text").at("text");
        }
        String hash = interventions.add(code, stage, number, person.getName(), name, text, note.criterion());
        return Map.of("name", name, "sha256", hash);
    }
}
