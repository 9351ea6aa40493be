package org.waymark.program;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** A later stage's contribution that a manager opens early, so that a working session begins with the answers. */
@Service
public class EarlyOpenings {

    private static final String AHEAD = "AHEAD";
    private static final String OPEN = """
            select e.program, e.stage, e.round, e.opened_by, e.opened_at from program_early e
            join program_stage s on s.program = e.program and s.stage = e.stage and s.round = e.round
            join program p on p.code = e.program
            where s.state = 'AHEAD' and p.state = 'RUNNING'
            """;

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Team team;
    private final Ledger ledger;
    private final Clock clock;
    // asked for late: the models behind them need programs themselves
    private final ObjectProvider<EarlyQuestions> kinds;

    EarlyOpenings(
            JdbcClient jdbc,
            Programs programs,
            Team team,
            Ledger ledger,
            Clock clock,
            ObjectProvider<EarlyQuestions> kinds) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.team = team;
        this.ledger = ledger;
        this.clock = clock;
        this.kinds = kinds;
    }

    /** What is open early: which stage, since when and by whom. */
    public record Opening(String program, String stage, int round, String openedBy, OffsetDateTime openedAt) {}

    /** What is open early, and how many of those asked have answered; never what. */
    public record Standing(Opening opening, int answered, int asked) {}

    /** What is open early in a program; it is over when the stage itself opens. */
    public List<Opening> of(String program) {
        return jdbc.sql(OPEN + " and e.program = ? order by s.position")
                .param(program)
                .query(Opening.class)
                .list();
    }

    public List<Standing> standing(String program) {
        return of(program).stream()
                .map(opening -> {
                    EarlyQuestions kind = kind(opening.stage()).orElseThrow();
                    List<String> asked = kind.asked(program);
                    int answered = (int) kind.answered(program).stream()
                            .filter(asked::contains)
                            .count();
                    return new Standing(opening, answered, asked.size());
                })
                .toList();
    }

    /** The stages that can be opened early now. */
    public List<String> offered(String program) {
        if (!programs.get(program).isRunning()) {
            return List.of();
        }
        List<String> open = of(program).stream().map(Opening::stage).toList();
        return programs.stages(program).stream()
                .filter(state -> state.state().equals(AHEAD) && !open.contains(state.stage()))
                .map(StageState::stage)
                .filter(stage -> kind(stage).isPresent())
                .toList();
    }

    /** How many people a stage would ask, were it opened early now. */
    public int asks(String program, String stage) {
        return kind(stage).map(kind -> kind.asked(program).size()).orElse(0);
    }

    /** The stages ahead whose questions depend on what is chosen in them, so that they cannot be opened early. */
    public List<String> neverOffered(String program) {
        return programs.stages(program).stream()
                .filter(state -> state.state().equals(AHEAD))
                .map(StageState::stage)
                .filter(stage -> kind(stage).isEmpty())
                .toList();
    }

    /** What waits for this person ahead of time, as long as they have not answered it. */
    public List<Opening> waiting(String program, String person) {
        return waiting(of(program), person);
    }

    /** What waits for this person ahead of time in any of their programs. */
    public List<Opening> waiting(String person) {
        List<Opening> open =
                jdbc.sql(OPEN + """
                        and exists (select 1 from team_member m where m.program = e.program and m.person = ?)
                        order by e.opened_at, e.program, s.position
                        """).param(person).query(Opening.class).list();
        return waiting(open, person);
    }

    private List<Opening> waiting(List<Opening> openings, String person) {
        return openings.stream()
                .filter(opening -> kind(opening.stage())
                        .filter(kind -> kind.asked(opening.program()).contains(person)
                                && !kind.answered(opening.program()).contains(person))
                        .isPresent())
                .toList();
    }

    /** Lets those whom the stage will ask answer now; whoever opens it answers for it in the decision record. */
    @Transactional
    public void open(String program, String stage, String by) {
        team.mustRun(program, by);
        ledger.enter(program);
        StageState state = programs.stage(program, stage);
        EarlyQuestions kind = kind(stage).orElseThrow(() -> Refusal.invalid("program.early.cannot"));
        if (!programs.get(program).isRunning() || !state.state().equals(AHEAD)) {
            throw Refusal.conflict("program.early.not-ahead");
        }
        if (of(program).stream().anyMatch(opening -> opening.stage().equals(stage))) {
            return; // opened twice is opened
        }
        jdbc.sql("insert into program_early (program, stage, round, opened_by, opened_at) values (?, ?, ?, ?, ?)")
                .params(program, stage, state.round(), by, OffsetDateTime.now(clock))
                .update();
        ledger.append(
                program,
                "OPENED_EARLY",
                by,
                null,
                stage,
                Map.of("asked", kind.asked(program).size()));
    }

    /** The questions that this person may answer early, for them alone. */
    public List<EarlyQuestions.Question> questions(String program, String stage, String person) {
        return asking(program, stage, person).all(program, person);
    }

    /** What this person said last, for them alone. */
    public Map<String, @Nullable Integer> answers(String program, String stage, String person) {
        return asking(program, stage, person).answers(program, person);
    }

    /** Keeps a person's answers sealed until their own ballot begins with them. */
    @Transactional
    public void keep(String program, String stage, String person, Map<String, @Nullable Integer> answers) {
        team.mustSee(program, person);
        ledger.enter(program);
        EarlyQuestions kind = asking(program, stage, person);
        List<EarlyQuestions.Question> asked = kind.all(program, person);
        for (EarlyQuestions.Question question : asked) {
            if (!answers.containsKey(question.id())) {
                throw Refusal.invalid("program.early.missing", question.text()).at("answers[" + question.id() + "]");
            }
            if (!question.takes(answers.get(question.id()))) {
                throw Refusal.bad("program.early.answer", question.text()).at("answers[" + question.id() + "]");
            }
        }
        if (answers.size() != asked.size()) {
            throw Refusal.bad("program.early.answer", "");
        }
        kind.keep(program, person, answers);
        ledger.append(program, "ANSWERED_EARLY", person, null, stage, Map.of());
    }

    private EarlyQuestions asking(String program, String stage, String person) {
        team.mustSee(program, person);
        if (of(program).stream().noneMatch(opening -> opening.stage().equals(stage))) {
            throw Refusal.conflict("program.early.over");
        }
        return kind(stage)
                .filter(kind -> kind.asked(program).contains(person))
                .orElseThrow(() -> Refusal.forbidden("program.early.not-asked"));
    }

    private Optional<EarlyQuestions> kind(String stage) {
        return kinds.stream().filter(kind -> kind.stage().equals(stage)).findFirst();
    }
}
