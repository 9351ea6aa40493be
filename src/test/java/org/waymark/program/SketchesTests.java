package org.waymark.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.waymark.TestDatabase;
import org.waymark.ledger.Ledger;
import org.waymark.process.WorkItem;
import org.waymark.stage.Sketching;
import org.waymark.stakeholder.Team;

/** Which tasks begin with what a room sketched: those people answer alone only where the manager lets them. */
class SketchesTests {

    private static final Sketching KIND = new Sketching() {
        @Override
        public String stage() {
            return "operating-model";
        }

        @Override
        public Set<String> tasks() {
            return Set.of("answerChecklist", "agreeContent");
        }

        @Override
        public Set<String> alone() {
            return Set.of("answerChecklist");
        }

        @Override
        public List<Section> sections(String program) {
            return List.of();
        }

        @Override
        public void onto(ObjectNode begun, Map<String, Integer> sketched) {
            sketched.forEach(begun::put);
        }
    };

    private final EmbeddedDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Pilots pilots = mock(Pilots.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<Sketching> kinds = mock(ObjectProvider.class);

    @SuppressWarnings("unchecked")
    private final Sketches sketches = new Sketches(
            jdbc, pilots, mock(Team.class), mock(Ledger.class), Clock.systemUTC(), mock(ObjectProvider.class), kinds);

    @BeforeEach
    void aSketch() {
        for (String script : List.of("V20261121_2317__program_journey", "V20261122_3101__program_pilot")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC());
        jdbc.sql("insert into program_stage (program, stage, position, round, state, remind_days, escalate_days)"
                        + " values ('ATLAS', 'operating-model', 6, 1, 'OPEN', 2, 2)")
                .update();
        jdbc.sql("insert into program_pilot (program, facilitator, started_by, started_at)"
                        + " values ('ATLAS', 'ada', 'max', ?)")
                .param(now)
                .update();
        jdbc.sql("insert into program_sketch (pilot, stage, round, version, answers, drawn_by, drawn_at)"
                        + " select id, 'operating-model', 1, 1, 'CV-01=2', 'ada', ? from program_pilot")
                .param(now)
                .update();
        when(kinds.stream()).thenAnswer(call -> Stream.of(KIND));
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    private @Nullable String begun(String task, boolean prefills) {
        when(pilots.of(any()))
                .thenReturn(Optional.of(
                        new Pilots.Pilot(1, "ATLAS", "ada", "max", OffsetDateTime.now(Clock.systemUTC()), prefills)));
        WorkItem item = mock(WorkItem.class);
        when(item.program()).thenReturn("ATLAS");
        when(item.taskKey()).thenReturn(task);
        var draft = sketches.of(item, JsonMapper.builder().build().createObjectNode());
        return draft == null ? null : draft.toString();
    }

    @Test
    void whoAnswersAloneBeginsBlankWhereTheManagerWantsItSo() {
        assertThat(begun("answerChecklist", true)).isEqualTo("{\"CV-01\":2}");
        assertThat(begun("answerChecklist", false)).isNull();
    }

    @Test
    void whatIsAgreedTogetherBeginsWithTheSketchEitherWay() {
        assertThat(begun("agreeContent", false)).isEqualTo("{\"CV-01\":2}");
    }
}
