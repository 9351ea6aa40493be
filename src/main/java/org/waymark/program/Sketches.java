package org.waymark.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.process.HeadStart;
import org.waymark.process.WorkItem;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stage.Sketching;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** What the room of a pilot sketched of the stages ahead; each stage's own tasks begin with it once they are there. */
@Service
public class Sketches implements HeadStart {

    private static final String AHEAD = "AHEAD";

    private final JdbcClient jdbc;
    private final Pilots pilots;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;
    // asked for late: programs know the stages, and the models behind the sketches know programs
    private final ObjectProvider<Programs> programs;
    private final ObjectProvider<Sketching> kinds;

    Sketches(
            JdbcClient jdbc,
            Pilots pilots,
            Team team,
            Ledger ledger,
            Clock clock,
            ObjectProvider<Programs> programs,
            ObjectProvider<Sketching> kinds) {
        this.jdbc = jdbc;
        this.pilots = pilots;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
        this.programs = programs;
        this.kinds = kinds;
    }

    /** What the room sketched of a stage so far, by question; the version tells whether somebody was faster. */
    public record Sketch(int version, Map<String, Integer> answers) {}

    /** How far the room came with one stage. */
    public record Progress(String stage, int sketched, int questions) {}

    private record Kept(int version, String answers) {}

    /** The stages ahead that can be sketched, with how far each is. */
    public List<Progress> progress(String program) {
        List<String> ahead = programs.getObject().stages(program).stream()
                .filter(state -> state.state().equals(AHEAD))
                .map(StageState::stage)
                .toList();
        List<Progress> progress = new ArrayList<>();
        for (String stage : ahead) {
            kind(stage).ifPresent(kind -> {
                Map<String, Integer> answers = sketch(program, stage).answers();
                List<EarlyQuestions.Question> questions = questions(kind, program);
                int sketched = (int) questions.stream()
                        .filter(question -> answers.containsKey(question.id()))
                        .count();
                progress.add(new Progress(stage, sketched, questions.size()));
            });
        }
        return progress;
    }

    /** What the room can be asked about this stage. */
    public List<Sketching.Section> sections(String program, String stage) {
        return open(program, stage).sections(program);
    }

    /** What the room said about this stage so far; empty when nothing, or when the stage has gone round since. */
    public Sketch sketch(String program, String stage) {
        return jdbc.sql("""
                        select k.version, k.answers from program_sketch k
                        join program_pilot t on t.id = k.pilot
                        join program_stage s on s.program = t.program and s.stage = k.stage and s.round = k.round
                        where t.program = ? and k.stage = ? and t.stopped_at is null order by t.id desc
                        """).params(program, stage).query(Kept.class).list().stream()
                .findFirst()
                .map(kept -> new Sketch(kept.version(), read(kept.answers())))
                .orElseGet(() -> new Sketch(0, Map.of()));
    }

    /** Keeps what the room says now; unfinished is fine, and what somebody else wrote meanwhile is not overwritten. */
    @Transactional
    public void keep(String program, String stage, Map<String, @Nullable Integer> answers, int seen, String by) {
        team.mustSee(program, by);
        ledger.enter(program);
        if (!pilots.writes(program, by)) {
            throw Refusal.forbidden("program.pilot.who");
        }
        Sketching kind = open(program, stage);
        Map<String, EarlyQuestions.Question> known = questions(kind, program).stream()
                .collect(Collectors.toMap(EarlyQuestions.Question::id, question -> question));
        Map<String, Integer> kept = new TreeMap<>();
        answers.forEach((id, level) -> {
            EarlyQuestions.Question question = known.get(id);
            if (question == null || level == null || !question.takes(level)) {
                throw Refusal.bad("program.early.answer", question == null ? id : question.text())
                        .at("answers[" + id + "]");
            }
            kept.put(id, level);
        });
        write(pilots.of(program).orElseThrow().id(), programs.getObject().stage(program, stage), kept, seen, by);
        ledger.append(program, "PILOT_SKETCHED", by, null, stage, Map.of("sketched", kept.size()));
    }

    private void write(long pilot, StageState state, Map<String, Integer> kept, int seen, String by) {
        String text = kept.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
        int changed = jdbc.sql("""
                        update program_sketch set version = version + 1, answers = ?, drawn_by = ?, drawn_at = ?
                        where pilot = ? and stage = ? and round = ? and version = ?
                        """)
                .params(text, by, now(), pilot, state.stage(), state.round(), seen)
                .update();
        if (changed == 1) {
            return;
        }
        if (seen != 0) {
            throw Refusal.conflict("program.pilot.stale");
        }
        jdbc.sql("delete from program_sketch where pilot = ? and stage = ? and round < ?")
                .params(pilot, state.stage(), state.round())
                .update();
        boolean there = jdbc.sql("select count(*) from program_sketch where pilot = ? and stage = ?")
                        .params(pilot, state.stage())
                        .query(Integer.class)
                        .single()
                > 0;
        if (there) {
            throw Refusal.conflict("program.pilot.stale");
        }
        jdbc.sql("""
                        insert into program_sketch (pilot, stage, round, version, answers, drawn_by, drawn_at)
                        values (?, ?, ?, 1, ?, ?, ?)
                        """)
                .params(pilot, state.stage(), state.round(), text, by, now())
                .update();
    }

    /** The tasks of a sketched stage begin with what the room said. */
    @Override
    public boolean knows(String taskKey) {
        return kinds.stream().anyMatch(one -> one.tasks().contains(taskKey));
    }

    @Override
    public @Nullable JsonNode of(WorkItem task, JsonNode begun) {
        Sketching kind = kinds.stream()
                .filter(one -> one.tasks().contains(task.taskKey()))
                .findFirst()
                .orElse(null);
        if (kind == null || !(begun instanceof ObjectNode draft)) {
            return null;
        }
        boolean blank = kind.alone().contains(task.taskKey())
                && pilots.of(task.program()).filter(pilot -> !pilot.prefills()).isPresent();
        Map<String, Integer> sketched =
                blank ? Map.of() : sketch(task.program(), kind.stage()).answers();
        if (sketched.isEmpty()) {
            return null;
        }
        kind.onto(draft, sketched);
        return draft;
    }

    private Sketching open(String program, String stage) {
        if (pilots.of(program).isEmpty()) {
            throw Refusal.conflict("program.pilot.none");
        }
        if (!programs.getObject().stage(program, stage).state().equals(AHEAD)) {
            throw Refusal.conflict("program.pilot.open");
        }
        return kind(stage).orElseThrow(() -> Refusal.missing("program.pilot.cannot"));
    }

    private Optional<Sketching> kind(String stage) {
        return kinds.stream().filter(one -> one.stage().equals(stage)).findFirst();
    }

    private static List<EarlyQuestions.Question> questions(Sketching kind, String program) {
        return kind.sections(program).stream()
                .flatMap(section -> section.questions().stream())
                .toList();
    }

    private static Map<String, Integer> read(String text) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] pair = one.split("=");
            answers.put(pair[0], Integer.valueOf(pair[1]));
        }
        return answers;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
