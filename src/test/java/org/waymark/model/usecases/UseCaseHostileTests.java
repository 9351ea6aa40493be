package org.waymark.model.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waymark.model.ModelStand;
import org.waymark.model.capabilities.AgreedCapabilities;
import org.waymark.model.values.AgreedValues;
import org.waymark.process.Missing;
import org.waymark.process.WorkItem;
import org.waymark.stage.Document;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** Use cases with answers nobody wishes for. */
class UseCaseHostileTests {

    private static final String PROGRAM = ModelStand.PROGRAM;
    private static final String RIGHT_TO_LEFT = "שירות לקוחות";
    private static final List<String> FUNCTIONS = List.of("FN-SVC", "FN-MKT", "FN-PRD", "FN-FIN", "FN-SAL");

    private ModelStand stand;
    private ChooseUseCases choose;
    private WorkItem task;

    @BeforeEach
    void begin() {
        AgreedValues values = mock(AgreedValues.class);
        when(values.of(anyString())).thenReturn(List.of(new AgreedValues.Weighted("VAL-05", BigDecimal.valueOf(100))));
        AgreedCapabilities capabilities = mock(AgreedCapabilities.class);
        when(capabilities.of(anyString())).thenReturn(List.of());
        stand = new ModelStand(
                "org.waymark.model.usecases",
                Map.of(AgreedValues.class, values, AgreedCapabilities.class, capabilities));
        stand.get(UseCaseStore.class).open(PROGRAM, 1);
        choose = stand.get(ChooseUseCases.class);
        task = stand.task("choose", "chooseUseCases", "use-cases", "manager");
    }

    @AfterEach
    void end() {
        stand.close();
    }

    @Test
    void withoutAnyChoiceNothingStartsAndTheRecordSaysSo() {
        ChooseUseCases.Draft none = choose.begin(task);
        choose.check(task, none);
        assertThat(choose.missing(task, none)).extracting(Missing::key).containsExactly("usecases.choose.missing.none");
        assertThat(stand.render(choose, task, none, "choose-none")).contains("Nothing starts now");
        assertThat(words()).isNotBlank();
        choose.check(task, new ChooseUseCases.Draft(null, null));
    }

    @Test
    void everythingRefusedWithAReasonIsKeptAsRefused() {
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        submit(choose.begin(task).useCases().stream()
                .map(item -> new ChooseUseCases.Item(item.id(), "NO", "Not ours", null, null))
                .toList());
        assertThatThrownBy(() -> stand.get(UseCasesProcess.class).signatories(PROGRAM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("usecases.nobody-to-sign");
        assertThat(stand.get(UseCaseStore.class).choices(PROGRAM))
                .hasSize(32)
                .allMatch(choice -> choice.decision() == Decision.NO);
        assertThat(words()).isNotBlank();
    }

    @Test
    void endlessWordsAreRefusedWithTheirField() {
        String endless = "x".repeat(10_000);
        refused(
                new ChooseUseCases.Draft(List.of(new ChooseUseCases.Item("UC-01", "NOW", endless, null, null))),
                "useCases[0].reason");
        refused(own("OWN-1", endless, "A sentence"), "own[0].name");
        refused(own("OWN-1", "A name", endless), "own[0].sentence");
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        submit(List.of(new ChooseUseCases.Item("UC-01", "NOW", "Ready", "FN-SVC", "FN-SVC")));
        WorkItem signing = stand.task("sign", "agreeUseCases", "use-cases", "service");
        assertThatThrownBy(() -> stand.get(AgreeUseCases.class)
                        .check(
                                signing,
                                new AgreeUseCases.Draft(List.of(new AgreeUseCases.Item("UC-01", "NO", endless)))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("agreements[0].reason"));
    }

    @Test
    void wordsAndNamesFromRightToLeftAreKept() {
        stand.member(RIGHT_TO_LEFT, Part.FUNCTION_LEAD, "FN-SVC");
        ChooseUseCases.Draft draft = new ChooseUseCases.Draft(
                List.of(),
                List.of(new OwnItem(
                        "OWN-1",
                        RIGHT_TO_LEFT,
                        "לענות לכולם",
                        "S",
                        List.of("VAL-05"),
                        List.of(),
                        "NOW",
                        "הלקוחות מחכים",
                        "FN-SVC",
                        "FN-SVC")));
        choose.check(task, draft);
        assertThat(choose.missing(task, draft)).isEmpty();
        assertThat(stand.render(choose, task, draft, "choose-rtl")).contains(RIGHT_TO_LEFT, "הלקוחות מחכים");
        choose.submit(task, draft);
        assertThat(stand.get(UseCasesProcess.class).signatories(PROGRAM)).containsExactly(RIGHT_TO_LEFT);
        sign(RIGHT_TO_LEFT, "OWN-1", "YES_WHEN", "כשיהיו שני אנשים");
        stand.get(UseCasesProcess.class).closeAgreements(PROGRAM);
        assertThat(words()).contains(RIGHT_TO_LEFT, "כשיהיו שני אנשים");
    }

    /** Somebody who asks and accepts alone signs once, for both sides; the load is said, never hidden. */
    @Test
    void onePersonAloneSignsForBothSides() {
        stand.member("service", Part.FUNCTION_LEAD, "FN-SVC");
        List<ChooseUseCases.Item> all = choose.begin(task).useCases().stream()
                .map(item -> new ChooseUseCases.Item(item.id(), "NOW", "Everything at once", "FN-SVC", "FN-SVC"))
                .toList();
        submit(all);
        assertThat(stand.get(UseCasesProcess.class).signatories(PROGRAM)).containsExactly("service");
        WorkItem signing = stand.task("sign", "agreeUseCases", "use-cases", "service");
        AgreeUseCases.Draft draft = stand.get(AgreeUseCases.class).begin(signing);
        assertThat(draft.agreements()).hasSize(32);
        assertThat(stand.render(stand.get(AgreeUseCases.class), signing, draft, "sign-alone"))
                .contains("agreements[31].answer");
        assertThat(words()).isNotBlank();
    }

    @Test
    void twoHundredPeopleAreNoMoreWorkThanTheFunctionsNamed() {
        IntStream.range(0, 200)
                .forEach(i -> stand.member("lead" + i, Part.FUNCTION_LEAD, FUNCTIONS.get(i % FUNCTIONS.size())));
        submit(FUNCTIONS.stream()
                .map(function -> new ChooseUseCases.Item(
                        "UC-0" + (FUNCTIONS.indexOf(function) + 1), "NOW", "Ready", function, function))
                .toList());
        assertThat(stand.get(UseCasesProcess.class).signatories(PROGRAM))
                .containsExactlyInAnyOrder("lead0", "lead1", "lead2", "lead3", "lead4");
        assertThat(stand.render(choose, task, choose.begin(task), "choose-200")).contains("5 use cases start now");
        assertThat(words()).isNotBlank();
    }

    private void submit(List<ChooseUseCases.Item> items) {
        ChooseUseCases.Draft draft = new ChooseUseCases.Draft(items);
        choose.check(task, draft);
        choose.submit(task, draft);
    }

    private void sign(String person, String id, String answer, String reason) {
        WorkItem signing = stand.task("sign-" + id, "agreeUseCases", "use-cases", person);
        AgreeUseCases.Draft draft = new AgreeUseCases.Draft(List.of(new AgreeUseCases.Item(id, answer, reason)));
        stand.get(AgreeUseCases.class).check(signing, draft);
        stand.get(AgreeUseCases.class).submit(signing, draft);
    }

    private static ChooseUseCases.Draft own(String id, String name, String sentence) {
        return new ChooseUseCases.Draft(
                List.of(),
                List.of(new OwnItem(id, name, sentence, "S", List.of(), List.of(), "NOW", null, null, null)));
    }

    private void refused(ChooseUseCases.Draft draft, String field) {
        assertThatThrownBy(() -> choose.check(task, draft))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private String words() {
        Document record = stand.get(UseCasesModel.class).record(PROGRAM);
        assertThat(stand.get(UseCasesModel.class).facts(PROGRAM)).isNotEmpty();
        return record.headline() + " "
                + record.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .flatMap(List::stream)
                        .map(cell -> String.valueOf(cell.text()))
                        .collect(Collectors.joining(" "));
    }
}
