package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.program.Program;
import org.waymark.stage.Fact;

/** Promises made before promises had a run of their own get one when Waymark starts, once. */
class EarlierPromisesTests {

    private final GateHouse house = new GateHouse();
    private final EarlierPromises earlier = new EarlierPromises(house.conditions, house.programs, house.workflow);

    EarlierPromisesTests() throws Exception {}

    @BeforeEach
    void aPromiseWithoutARun() {
        house.now(Fact.count("linesNotReviewed", 1));
        Sitting sitting = house.called();
        Verdict start = house.decide.begin(house.task("decideGate", "sponsor"));
        house.conditions.add(sitting.id(), start.promises().get(0));
    }

    @AfterEach
    void shutDown() {
        house.close();
    }

    private List<String> runs() {
        return house.db
                .sql("select instance from gate_condition")
                .query(String.class)
                .list();
    }

    @Test
    void itGetsOneRunHoweverOftenWaymarkStarts() {
        earlier.start();
        earlier.start();
        assertThat(runs()).containsExactly("apart-1");
        verify(house.workflow, times(1)).startApart("condition", GateHouse.CODE, "roi");
    }

    @Test
    void aStoppedProgramIsOwedNothing() {
        Program running = house.programs.get(GateHouse.CODE);
        Program stopped = new Program(
                running.code(),
                running.name(),
                running.purpose(),
                running.investmentBand(),
                running.risk(),
                running.currency(),
                running.begins(),
                running.depth(),
                null,
                "STOPPED",
                running.stage(),
                running.round(),
                "manager",
                running.launchedAt(),
                null,
                null);
        when(house.programs.get(GateHouse.CODE)).thenReturn(stopped);
        earlier.start();
        assertThat(house.conditions.withoutRun()).hasSize(1);
        verify(house.workflow, never()).startApart("condition", GateHouse.CODE, "roi");
    }
}
