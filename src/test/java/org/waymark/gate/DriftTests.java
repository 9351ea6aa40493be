package org.waymark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;
import static org.waymark.gate.GateHouse.CODE;
import static org.waymark.gate.GateHouse.RUN;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.catalogue.Renamed;
import org.waymark.program.StageState;
import org.waymark.stage.Document;
import org.waymark.stage.Document.Cell;
import org.waymark.stage.Document.Column;
import org.waymark.stage.Document.Section;
import org.waymark.stage.Shown;

/** What a passed gate says about the record as it stands: a new name is no new answer. */
class DriftTests {

    private GateHouse house;
    private Drift drift;

    @BeforeEach
    void house() throws Exception {
        house = new GateHouse();
        drift = new Drift(house.evidence, house.catalogue, house.stages, house.programs, new Shown(), house.words);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        LocaleContextHolder.resetLocaleContext();
        house.close();
    }

    @Test
    void aRenamedItemIsSaidOnceAndNothingElseReadsOtherwise() {
        passedOn(record("Answer everyone pays", "Answer everyone", "Answer everyone, Solve it", "2"));
        renamed("Answer everyone", "Reply to all");
        shows(record("Reply to all pays", "Reply to all", "Reply to all, Solve it", "2"));

        Drift.Difference difference = drift.since(house.sittings.ofInstance(RUN));

        assertThat(difference.changes()).isEmpty();
        assertThat(difference.renamed()).containsExactly(new Renamed("Answer everyone", "Reply to all"));
    }

    @Test
    void anAnswerThatChangedUnderANewNameStillShows() {
        passedOn(record("Answer everyone pays", "Answer everyone", "Answer everyone, Solve it", "2"));
        renamed("Answer everyone", "Reply to all");
        shows(record("Reply to all pays", "Reply to all", "Reply to all, Solve it", "3"));

        assertThat(drift.since(house.sittings.ofInstance(RUN)).changes())
                .containsExactly(new Drift.Change("What serves it", "Answer everyone · Level", "2", "3"));
    }

    @Test
    void wordsOfPeopleThatHoldAFormerNameAreNoChangeAsLongAsTheyStay() {
        passedOn(record("One", "Answer everyone", "She calls it Answer everyone; we call it Answer everyone.", "2"));
        renamed("Answer everyone", "Reply to all");
        shows(record("One", "Reply to all", "She calls it Answer everyone; we call it Reply to all.", "2"));
        assertThat(drift.since(house.sittings.ofInstance(RUN)).changes()).isEmpty();

        shows(record("One", "Reply to all", "She has no name for it; we call it Reply to all.", "2"));
        assertThat(drift.since(house.sittings.ofInstance(RUN)).changes()).hasSize(1);
    }

    @Test
    void anotherItemUnderAnUnrelatedNameIsNoRenaming() {
        passedOn(record("One", "Answer everyone", "Solve it", "2"));
        renamed("Solve it", "Solve it at once");
        shows(record("One", "Sell in chats", "Solve it", "2"));

        assertThat(drift.since(house.sittings.ofInstance(RUN)).changes())
                .containsExactly(new Drift.Change("What serves it", "Answer everyone", "listed", "–"));
    }

    /** A reader of another language compares what was frozen with the record in the language it was frozen in. */
    @Test
    void theReadersLanguageIsNoDifference() {
        passedOn(record("English", "Answer everyone", "Solve it", "2"));
        when(house.model.record(CODE))
                .thenAnswer(
                        call -> LocaleContextHolder.getLocale().getLanguage().equals("en")
                                ? record("English", "Answer everyone", "Solve it", "2")
                                : record("Deutsch", "Allen antworten", "Gleich erledigen", "2"));
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThat(drift.since(house.sittings.ofInstance(RUN)).changes()).isEmpty();
        assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.GERMAN);
    }

    private void passedOn(Document record) {
        shows(record);
        house.called();
        house.decide.submit(
                house.task("decideGate", "sponsor"),
                new Verdict(Decision.GO, "Fine", List.of("roi-reviewed"), List.of(), null, null, List.of()));
        assertThat(house.process.closeSitting(CODE, RUN)).isEqualTo("PASS");
        OffsetDateTime now = OffsetDateTime.now(house.clock);
        when(house.programs.stage(CODE, "roi"))
                .thenReturn(new StageState(CODE, "roi", 4, "PASSED", 1, now, null, null, 2, 5, null, null, null, null));
    }

    private void shows(Document record) {
        when(house.model.record(CODE)).thenReturn(record);
        when(house.model.elsewhere()).thenReturn("");
    }

    private void renamed(String was, String now) {
        when(house.catalogue.renamedSince(anyLong())).thenReturn(List.of(new Renamed(was, now)));
    }

    private static Document record(String headline, String value, String serves, String level) {
        return new Document(
                headline,
                List.of(new Section(
                        "What serves it",
                        null,
                        List.of(
                                new Column("Value", Document.Kind.TEXT),
                                new Column("Served by", Document.Kind.TEXT),
                                new Column("Level", Document.Kind.TEXT)),
                        List.of(Arrays.asList(Cell.of(value), Cell.of(serves), Cell.of(level))),
                        null)));
    }
}
