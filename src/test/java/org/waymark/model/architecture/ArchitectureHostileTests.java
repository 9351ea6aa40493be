package org.waymark.model.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.architecture.DecideDraft.Item;
import org.waymark.model.usecases.FirstWave;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** Decisions about components with answers nobody wishes for. */
class ArchitectureHostileTests {

    private static final String PROGRAM = ModelStand.PROGRAM;
    private static final String RIGHT_TO_LEFT = "שירות לקוחות";

    private final FirstWave wave = mock(FirstWave.class);
    private ModelStand stand;
    private DecideComponents decide;

    @BeforeEach
    void begin() {
        when(wave.capabilities(anyString())).thenReturn(Set.of());
        when(wave.work(anyString())).thenReturn(List.of());
        when(wave.promised(anyString())).thenReturn(Map.of());
        stand = new ModelStand("org.waymark.model.architecture", Map.of(FirstWave.class, wave));
        stand.get(ArchitectureModel.class).open(PROGRAM, 1);
        decide = stand.get(DecideComponents.class);
    }

    @AfterEach
    void end() {
        stand.close();
    }

    /** A first wave that needs nothing, and an architect who decides nothing. */
    @Test
    void withoutAnyDecisionTheRecordIsDrawnAndNobodyIsAskedToReview() {
        DecideDraft none = new DecideDraft(List.of());
        decide.check(deciding("architect"), none);
        assertThat(stand.render(decide, deciding("architect"), none, "decide-none"))
                .isNotBlank();
        decide.submit(deciding("architect"), none);
        assertThat(words()).isNotBlank();
        assertThatThrownBy(() -> stand.get(ArchitectureProcess.class).reviewers(PROGRAM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("architecture.nobody-to-review");
    }

    @Test
    void endlessWordsAreRefusedWithTheirFieldWhereverTheyStand() {
        String endless = "x".repeat(10_000);
        refused(item(endless, null, null, null, null), "product");
        refused(item(null, endless, null, null, null), "pattern");
        refused(item(null, null, endless, null, null), "reason");
        refused(item(null, null, null, endless, null), "migrationPlan");
        refused(item(null, null, null, null, dossier(endless, null, null)), "dossier.refused");
        refused(item(null, null, null, null, dossier(null, endless, null)), "dossier.dissent");
        refused(item(null, null, null, null, dossier(null, null, endless)), "dossier.usersTold");
    }

    @Test
    void wordsAndNamesFromRightToLeftAreKept() {
        stand.member(RIGHT_TO_LEFT, Part.FUNCTION_LEAD, "FN-SVC");
        DecideDraft draft = new DecideDraft(List.of(whole("ARC-01", RIGHT_TO_LEFT, "מערכת אחת")));
        decide.check(deciding(RIGHT_TO_LEFT), draft);
        assertThat(stand.render(decide, deciding(RIGHT_TO_LEFT), draft, "decide-rtl"))
                .contains("מערכת אחת");
        decide.submit(deciding(RIGHT_TO_LEFT), draft);
        assertThat(stand.get(ArchitectureProcess.class).reviewers(PROGRAM)).containsExactly(RIGHT_TO_LEFT);
        assertThat(words()).contains("מערכת אחת", RIGHT_TO_LEFT);
    }

    /** One person owns, builds, approves and reviews everything: possible, and every line names them. */
    @Test
    void onePersonAloneOwnsAndReviewsEveryComponent() {
        stand.member("architect", Part.ARCHITECT, "FN-SVC");
        List<Item> all = decide.begin(deciding("architect")).decisions().stream()
                .map(item -> whole(item.id(), "architect", "One for all"))
                .toList();
        decide.check(deciding("architect"), new DecideDraft(all));
        decide.submit(deciding("architect"), new DecideDraft(all));
        assertThat(stand.get(ArchitectureProcess.class).reviewers(PROGRAM)).containsExactly("architect");
        ReviewArchitecture review = stand.get(ReviewArchitecture.class);
        WorkItem task = stand.task("review", "reviewArchitecture", "architecture", "architect");
        ReviewArchitecture.Draft draft = review.begin(task);
        assertThat(draft.decisions()).hasSameSizeAs(all);
        assertThat(stand.render(review, task, draft, "review-alone")).contains("One for all");
        stand.get(ArchitectureProcess.class).closeReviews(PROGRAM);
        assertThat(words()).contains("One for all");
    }

    @Test
    void twoHundredPeopleToChooseFromAndOneOwnerALine() {
        IntStream.range(0, 200).forEach(i -> stand.member("lead" + i, Part.FUNCTION_LEAD, "FN-SVC"));
        List<Item> begun = decide.begin(deciding("lead0")).decisions();
        DecideDraft draft = new DecideDraft(IntStream.range(0, begun.size())
                .mapToObj(i -> whole(begun.get(i).id(), "lead" + (199 - i), "Product " + i))
                .toList());
        decide.check(deciding("lead0"), draft);
        assertThat(stand.render(decide, deciding("lead0"), draft, "decide-200")).contains("lead199");
        decide.submit(deciding("lead0"), draft);
        assertThat(stand.get(ArchitectureProcess.class).reviewers(PROGRAM))
                .hasSize(begun.size())
                .doesNotHaveDuplicates();
        assertThat(words()).contains("Product 0");
    }

    private WorkItem deciding(String person) {
        return stand.task("decide", "decideComponents", "architecture", person);
    }

    private static Item item(String product, String pattern, String reason, String plan, Dossier more) {
        return new Item(
                "ARC-01", "NEW", product, null, null, null, null, null, pattern, null, reason, null, plan, null, more);
    }

    private static Item whole(String id, String owner, String product) {
        return new Item(
                id,
                "NEW",
                product,
                owner,
                owner,
                3,
                3,
                null,
                "API",
                1,
                "because",
                BigDecimal.TEN,
                "In two steps",
                ModelStand.TODAY.plusDays(200),
                new Dossier(
                        "BOTH", ModelStand.TODAY.plusDays(90), List.of(), List.of(), "None", owner, "None", 3, "Mail"));
    }

    private static Dossier dossier(String refused, String dissent, String usersTold) {
        return new Dossier(null, null, List.of(), List.of(), refused, null, dissent, null, usersTold);
    }

    private void refused(Item item, String field) {
        assertThatThrownBy(() -> decide.check(deciding("architect"), new DecideDraft(List.of(item))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("decisions[0]." + field));
    }

    private String words() {
        Document record = stand.get(ArchitectureModel.class).record(PROGRAM);
        assertThat(stand.get(ArchitectureModel.class).facts(PROGRAM)).isNotEmpty();
        return record.headline() + " "
                + record.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .map(cell -> String.valueOf(cell.text()))
                        .collect(Collectors.joining(" "));
    }
}
