package org.waymark.portfolio;

import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.engagement.Four;
import org.waymark.engagement.Measures;
import org.waymark.program.Contributions;
import org.waymark.program.Launch;
import org.waymark.program.Price;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.stage.Document;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Programs for programs: launch, list, one in full, team, close, stop. */
@RestController
@RequestMapping("/api/programs")
class ProgramApi {

    private final Programs programs;
    private final ProgramView view;
    private final Contributions contributions;
    private final Team team;
    private final Stages stages;
    private final Board board;
    private final Measures measures;
    private final Texts texts;

    ProgramApi(
            Programs programs,
            ProgramView view,
            Contributions contributions,
            Team team,
            Stages stages,
            Board board,
            Measures measures,
            Texts texts) {
        this.programs = programs;
        this.view = view;
        this.contributions = contributions;
        this.team = team;
        this.stages = stages;
        this.board = board;
        this.measures = measures;
        this.texts = texts;
    }

    record Seat(
            String person,
            @Nullable String function,
            @Nullable String group,
            String part) {}

    record StageAnswer(
            String stage,
            String state,
            int round,
            @Nullable OffsetDateTime since,
            @Nullable LocalDate due,
            @Nullable LocalDate planned,
            @Nullable String decision,
            List<String> holders) {}

    record ProgramAnswer(
            String code,
            String name,
            String purpose,
            @Nullable String sponsor,
            @Nullable String manager,
            @Nullable String finance,
            @Nullable String architect,
            String investmentBand,
            String risk,
            String currency,
            LocalDate start,
            String depth,
            String state,
            String stage,
            int round,
            @Nullable String stopReason,
            List<Seat> team,
            List<StageAnswer> stages,
            Four measures,
            Price.Attention attention,
            List<String> warnings) {}

    record Reason(@Nullable String reason) {}

    record Joining(
            @Nullable String person,
            @Nullable String part,
            @Nullable String function,
            @Nullable String group) {}

    @PostMapping
    ResponseEntity<ProgramAnswer> launch(@RequestBody Launch launch, Principal person) {
        Program program = programs.launch(launch, person.getName());
        List<String> warnings =
                programs.warnings(launch).stream().map(key -> texts.of(key)).toList();
        return ResponseEntity.created(URI.create("/api/programs/" + program.code()))
                .body(answer(program, warnings));
    }

    @GetMapping
    List<Board.Line> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "state") String sort,
            Principal person) {
        return board.lines(person.getName(), Board.Filter.of(q, state, stage), sort, page, size);
    }

    @GetMapping("/{code}")
    ProgramAnswer one(@PathVariable String code, Principal person) {
        team.mustSee(code, person.getName());
        return answer(programs.get(code), List.of());
    }

    @PostMapping("/{code}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String code, @RequestBody Reason reason, Principal person) {
        programs.stop(code, reason.reason(), person.getName());
    }

    @GetMapping("/{code}/team")
    List<Seat> team(@PathVariable String code, Principal person) {
        team.mustSee(code, person.getName());
        return seats(code);
    }

    @PostMapping("/{code}/team")
    List<Seat> join(@PathVariable String code, @RequestBody Joining joining, Principal person) {
        Part part;
        try {
            part = Part.valueOf(String.valueOf(joining.part()));
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("program.unknown-choice", String.valueOf(joining.part()))
                    .at("part");
        }
        team.join(
                new Member(code, String.valueOf(joining.person()), part, joining.function(), joining.group()),
                person.getName());
        return seats(code);
    }

    @PostMapping("/{code}/stages/{stage}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestBody(required = false) @Nullable Reason reason,
            Principal person) {
        team.mustSee(code, person.getName());
        contributions.close(code, stage, reason == null ? null : reason.reason(), person.getName());
    }

    @GetMapping("/{code}/models/{stage}")
    Document record(@PathVariable String code, @PathVariable String stage, Principal person) {
        team.mustSee(code, person.getName());
        programs.stage(code, stage);
        return stages.of(stage).record(code);
    }

    private List<Seat> seats(String code) {
        return team.members(code).stream()
                .map(member -> new Seat(
                        member.person(),
                        member.function(),
                        member.group(),
                        member.part().name()))
                .toList();
    }

    private ProgramAnswer answer(Program program, List<String> warnings) {
        String code = program.code();
        List<StageAnswer> states = new ArrayList<>();
        for (ProgramView.StageLine line : view.lines(code)) {
            states.add(new StageAnswer(
                    line.state().stage(),
                    line.state().state(),
                    line.state().round(),
                    line.state().since(),
                    line.state().agreeBy(),
                    line.state().planned(),
                    line.state().decision(),
                    line.holders().stream()
                            .map(ProgramView.Holder::person)
                            .distinct()
                            .toList()));
        }
        return new ProgramAnswer(
                code,
                program.name(),
                program.purpose(),
                team.first(code, Part.SPONSOR).orElse(null),
                team.first(code, Part.MANAGER).orElse(null),
                team.first(code, Part.FINANCE).orElse(null),
                team.first(code, Part.ARCHITECT).orElse(null),
                program.investmentBand(),
                program.risk(),
                program.currency(),
                program.begins(),
                program.depth(),
                program.state(),
                program.stage(),
                program.round(),
                program.stopReason(),
                seats(code),
                states,
                measures.of(code),
                view.attention(program),
                warnings);
    }
}
