package org.waymark.program;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.ProgramNames;
import org.waymark.process.Workflow;
import org.waymark.security.People;
import org.waymark.security.Right;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** The programs: launched, moved from gate to gate, stopped or completed. */
@Service
public class Programs implements ProgramNames {

    private final ProgramRepository programs;
    private final LaunchRules rules;
    private final Codes codes;
    private final Tempo tempo;
    private final Price price;
    private final Minutes minutes;
    private final Team team;
    private final People people;
    private final Stages stages;
    private final Workflow workflow;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Programs(
            ProgramRepository programs,
            LaunchRules rules,
            Codes codes,
            Tempo tempo,
            Price price,
            Minutes minutes,
            Team team,
            People people,
            Stages stages,
            Workflow workflow,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events) {
        this.programs = programs;
        this.rules = rules;
        this.codes = codes;
        this.tempo = tempo;
        this.price = price;
        this.minutes = minutes;
        this.team = team;
        this.people = people;
        this.stages = stages;
        this.workflow = workflow;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    public Program get(String code) {
        return find(code).orElseThrow(() -> Refusal.missing("program.unknown", code));
    }

    public Optional<Program> find(String code) {
        return programs.find(code);
    }

    @Override
    public String nameOf(String program) {
        return get(program).name();
    }

    public List<Program> all() {
        return programs.all();
    }

    public List<StageState> stages(String code) {
        return programs.stages(code);
    }

    public StageState stage(String code, String stage) {
        return programs.stage(code, stage).orElseThrow(() -> Refusal.missing("program.unknown-stage", stage));
    }

    /** What a launch would cost and when it would end, before anybody is asked anything. */
    public Price.Attention price(Launch launch) {
        List<Member> members = rules.team(rules.code(launch.code()), launch);
        return price.of(members, depth(launch, members), band(launch), rules.start(launch.start()));
    }

    /** Which advice a launch deserves: functions that gain most and are most often forgotten. */
    public List<String> warnings(Launch launch) {
        List<String> functions = new ArrayList<>();
        launch.seats().forEach(seat -> functions.add(String.valueOf(seat.function())));
        List<String> warnings = new ArrayList<>();
        if (!functions.contains("FN-PRD")) {
            warnings.add("program.warning.no-product");
        }
        if (!functions.contains("FN-FIN")
                && (launch.finance() == null || launch.finance().isBlank())) {
            warnings.add("program.warning.no-finance");
        }
        return warnings;
    }

    /** Refuses whoever may not launch programs: managers and administrators may. */
    public void mustLaunch(String person) {
        if (!people.get(person).role().may(Right.LAUNCH)) {
            throw Refusal.forbidden("program.managers-launch");
        }
    }

    /** Launches a program: its team is named, its gates are planned, its journey starts. */
    @Transactional
    public Program launch(Launch launch, String by) {
        mustLaunch(by);
        String code = codes.free(launch.code());
        List<Member> members = rules.team(code, launch);
        String depth = depth(launch, members);
        LocalDate start = rules.start(launch.start());
        Program program = new Program(
                code,
                rules.required(launch.name(), "name", 120),
                rules.required(launch.purpose(), "purpose", 600),
                band(launch),
                rules.oneOf(launch.risk(), "risk", LaunchRules.RISKS, "MEDIUM"),
                rules.currency(launch.currency()),
                start,
                depth,
                launch.depthReason(),
                "RUNNING",
                stages.ids().get(0),
                1,
                by,
                now(),
                null,
                null);
        try {
            programs.insert(program);
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw Refusal.conflict("program.exists", code).at("code");
        }
        price.gates(depth, program.investmentBand(), start)
                .forEach((stage, day) ->
                        programs.insert(code, stage, stages.of(stage).position(), day));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", program.name());
        entry.put("depth", depth);
        entry.put("investmentBand", program.investmentBand());
        entry.put("risk", program.risk());
        entry.put("depthReason", String.valueOf(program.depthReason()));
        ledger.append(code, "LAUNCHED", by, null, program.name(), entry);
        minutes.promise(code);
        team.gather(members, by);
        workflow.start("journey", code);
        return program;
    }

    /** Stops a program for good; the reason stays in the decision record. */
    @Transactional
    public void stop(String code, @Nullable String reason, String by) {
        team.mustRun(code, by);
        Program program = get(code);
        if (!program.isRunning()) {
            throw Refusal.conflict("program.not-running", program.name());
        }
        String why = rules.required(reason, "reason", 2000);
        workflow.stop(code);
        programs.state(code, program.stage(), "STOPPED", now());
        end(code, "STOPPED", why);
        ledger.append(code, "STOPPED", by, null, program.stage(), Map.of("reason", why));
    }

    /**
     * Opens a stage, whatever moved the token here: only when our own record holds a go for every earlier gate of this
     * round.
     */
    @Transactional
    public void open(String code, String stage) {
        Program program = get(code);
        for (String before : stages.before(stage)) {
            if (!stage(code, before).isPassed()) {
                throw Refusal.conflict("program.gate-not-passed", before);
            }
        }
        StageState state = stage(code, stage);
        LocalDate opens = later(program.begins(), LocalDate.now(clock));
        Tempo.Dates dates = tempo.dates(stage, program.depth(), program.investmentBand(), opens);
        programs.opened(code, stage, dates, now());
        programs.at(code, stage, state.round());
        replanAfter(program, stage, dates.gate());
        stages.of(stage).open(code, state.round());
    }

    private void replanAfter(Program program, String stage, LocalDate gate) {
        LocalDate opens = gate;
        for (Optional<String> next = stages.after(stage); next.isPresent(); next = stages.after(next.get())) {
            opens = tempo.dates(next.get(), program.depth(), program.investmentBand(), opens)
                    .gate();
            programs.plan(program.code(), next.get(), opens);
        }
    }

    @Transactional
    public void atGate(String code, String stage) {
        programs.state(code, stage, "AT_GATE", now());
    }

    @Transactional
    public void onHold(String code, String stage) {
        programs.state(code, stage, "ON_HOLD", now());
    }

    /** The gate of a stage said go; the stage's model hears of it in the same transaction. */
    @Transactional
    public void passed(String code, String stage, String decision) {
        programs.decided(code, stage, "PASSED", decision, now());
        int round = stage(code, stage).round();
        stages.of(stage).passed(code, round);
        events.publishEvent(new StagePassed(code, stage, round));
    }

    /** Sends the program back to a stage not later than the one it is in. */
    @Transactional
    public void sentBack(String code, String from, String to) {
        if (stages.of(to).position() > stages.of(from).position()) {
            throw Refusal.invalid("program.not-forward");
        }
        programs.again(code);
        programs.sentBack(code, to, now());
    }

    @Transactional
    public void killed(String code, String stage, String reason) {
        programs.again(code);
        programs.decided(code, stage, "STOPPED", "KILL", now());
        end(code, "STOPPED", reason);
    }

    @Transactional
    public void completed(String code) {
        end(code, "COMPLETED", null);
        ledger.append(code, "COMPLETED", null, null, code, Map.of());
    }

    private void end(String code, String state, @Nullable String reason) {
        programs.end(code, state, reason, now());
    }

    private String depth(Launch launch, List<Member> members) {
        int functions = (int) members.stream()
                .map(Member::function)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        String risk = rules.oneOf(launch.risk(), "risk", LaunchRules.RISKS, "MEDIUM");
        String routed = tempo.depth(band(launch), functions, risk);
        String wished = rules.oneOf(launch.depth(), "depth", LaunchRules.DEPTHS, routed);
        if (!wished.equals(routed)
                && (launch.depthReason() == null || launch.depthReason().isBlank())) {
            throw Refusal.invalid("program.depth-reason", routed).at("depthReason");
        }
        long persons = members.stream().map(Member::person).distinct().count();
        if (wished.equals("LITE") && persons > LaunchRules.LITE_PEOPLE) {
            throw Refusal.invalid("program.lite-people", LaunchRules.LITE_PEOPLE)
                    .at("depth");
        }
        return wished;
    }

    private String band(Launch launch) {
        return rules.oneOf(launch.investmentBand(), "investmentBand", LaunchRules.BANDS, "UNDER_1M");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static LocalDate later(LocalDate one, LocalDate two) {
        return one.isAfter(two) ? one : two;
    }
}
