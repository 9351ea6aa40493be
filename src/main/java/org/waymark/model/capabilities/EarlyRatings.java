package org.waymark.model.capabilities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.process.HeadStart;
import org.waymark.process.WorkItem;
import org.waymark.program.Programs;
import org.waymark.stage.EarlyQuestions;
import org.waymark.stakeholder.Team;
import org.waymark.web.Texts;

/**
 * Ratings of every capability before the stage opens, because nobody knows yet which ones the agreed values will need;
 * the sheet then begins with those it asks about. The three values from memory are asked on the sheet alone.
 */
@Component
class EarlyRatings implements EarlyQuestions, HeadStart {

    private final JdbcClient jdbc;
    private final CapabilityVotes votes;
    private final Serving serving;
    private final Catalogue catalogue;
    private final Programs programs;
    private final Team team;
    private final Texts texts;

    EarlyRatings(
            JdbcClient jdbc,
            CapabilityVotes votes,
            Serving serving,
            Catalogue catalogue,
            Programs programs,
            Team team,
            Texts texts) {
        this.jdbc = jdbc;
        this.votes = votes;
        this.serving = serving;
        this.catalogue = catalogue;
        this.programs = programs;
        this.team = team;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "capabilities";
    }

    @Override
    public List<Question> all(String program, String person) {
        if (!asked(program).contains(person)) {
            return List.of();
        }
        List<Choice> choices = IntStream.rangeClosed(0, RateCapabilities.MOST)
                .mapToObj(level -> new Choice(
                        level,
                        texts.of("capabilities.level." + level),
                        texts.of("capabilities.level." + level + ".text")))
                .toList();
        return catalogue.capabilities().stream()
                .map(one -> new Question(one.id(), one.name(), choices, true))
                .toList();
    }

    @Override
    public List<String> asked(String program) {
        return List.copyOf(CapabilitiesModel.raters(programs.get(program), team));
    }

    @Override
    public Set<String> answered(String program) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                        select e.person from capabilities_early e where e.program = ? and e.after_round >=
                            (select coalesce(max(v.round), 0) from capabilities_vote v
                             where v.program = e.program and v.person = e.person)
                        """).param(program).query(String.class).list());
    }

    @Override
    public Map<String, @Nullable Integer> answers(String program, String person) {
        return waiting(program, person)
                .or(() -> votes.lastOf(program, person))
                .map(Vote::levels)
                .orElseGet(LinkedHashMap::new);
    }

    @Override
    public void keep(String program, String person, Map<String, @Nullable Integer> answers) {
        String have = Vote.of(person, new RateDraft(List.of(), answers)).have();
        int after = jdbc.sql("select coalesce(max(round), 0) from capabilities_vote where program = ? and person = ?")
                .params(program, person)
                .query(Integer.class)
                .single();
        int changed = jdbc.sql(
                        "update capabilities_early set after_round = ?, have = ? where program = ? and person = ?")
                .params(after, have, program, person)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into capabilities_early (after_round, have, program, person) values (?, ?, ?, ?)")
                    .params(after, have, program, person)
                    .update();
        }
    }

    @Override
    public boolean knows(String taskKey) {
        return taskKey.equals("rateCapabilities");
    }

    /** What the person said early about what is asked now, and nobody else's. */
    @Override
    public @Nullable JsonNode of(WorkItem task, JsonNode begun) {
        Vote early = waiting(task.program(), RateCapabilities.person(task)).orElse(null);
        if (early == null || !(begun instanceof ObjectNode draft)) {
            return null;
        }
        Serving.Picture picture = serving.of(task.program());
        ObjectNode have = draft.withObject("/have");
        early.levels().forEach((id, level) -> {
            if (picture.serves(id)) {
                have.put(id, level);
            }
        });
        return draft;
    }

    private Optional<Vote> waiting(String program, String person) {
        return jdbc.sql("""
                        select person, '' as recall, have from capabilities_early
                        where program = ? and person = ? and after_round >=
                            (select coalesce(max(round), 0) from capabilities_vote where program = ? and person = ?)
                        """)
                .params(program, person, program, person)
                .query(Vote.class)
                .optional();
    }
}
