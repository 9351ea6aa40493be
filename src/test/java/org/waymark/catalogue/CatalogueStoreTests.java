package org.waymark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.waymark.web.Refusal;

class CatalogueStoreTests {

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .build();
    private final CatalogueRepository repository = new CatalogueRepository(JdbcClient.create(database));
    private final ShippedCatalogue shipped = new ShippedCatalogue();
    private final Catalogue catalogue = new Catalogue(repository);
    private final CatalogueEditor editor = new CatalogueEditor(catalogue, repository, shipped);
    private final CatalogueLoader loader = loader(shipped);

    @BeforeEach
    void load() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20261121_2314__catalogue_items.sql"),
                        new ClassPathResource("db/migration/V20261122_2401__catalogue_wording.sql"),
                        new ClassPathResource("db/migration/V20261122_3502__catalogue_edition.sql"))
                .execute(database);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        loader.load();
    }

    @AfterEach
    void shutDown() {
        LocaleContextHolder.resetLocaleContext();
        database.shutdown();
    }

    @Test
    void whatIsShippedIsThereInOrder() {
        assertThat(catalogue.values())
                .hasSize(24)
                .isEqualTo(Shipped.shelves().values().onOffer());
        assertThat(catalogue.dimensions())
                .isEqualTo(Shipped.shelves().dimensions().onOffer());
        assertThat(catalogue.benefits()).isEqualTo(Shipped.shelves().benefits().onOffer());
        assertThat(catalogue.checklist())
                .isEqualTo(Shipped.shelves().checklist().onOffer());
        assertThat(catalogue.components())
                .isEqualTo(Shipped.shelves().components().onOffer());
    }

    @Test
    void startingAgainChangesNothing() {
        List<CatalogueRepository.Row> before = repository.rows();
        loader.load();
        assertThat(repository.rows()).isEqualTo(before);
    }

    @Test
    void renamingKeepsIdOriginMarkAndLinks() {
        editor.edit(item("VAL-05"), Map.of("name", "Nobody waits for nothing"), none());

        assertThat(catalogue.value("VAL-05").name()).isEqualTo("Nobody waits for nothing");
        assertThat(catalogue.value("VAL-05").sentence()).startsWith("No relevant customer message");
        assertThat(item("VAL-05").origin()).isEqualTo(Item.Origin.EDITED);
        assertThat(catalogue.capability("CAP-04").serves()).contains("VAL-05");
    }

    /** Whoever kept the state of the wording can tell later what only has a new name. */
    @Test
    void whatWasRenamedIsKnownUntilItIsPutBack() {
        long start = catalogue.wording();
        editor.edit(item("VAL-05"), Map.of("name", "Ours"), none());
        long between = catalogue.wording();
        editor.edit(item("VAL-05"), Map.of("name", "Ours again"), none());

        assertThat(catalogue.renamedSince(start))
                .containsExactly(new Renamed("Answer everyone who needs an answer", "Ours again"));
        assertThat(catalogue.renamedSince(between)).containsExactly(new Renamed("Ours", "Ours again"));
        assertThat(catalogue.renamedSince(catalogue.wording())).isEmpty();

        editor.restore(item("VAL-05"));
        assertThat(catalogue.renamedSince(start)).isEmpty();
        assertThat(catalogue.renamedSince(between))
                .containsExactly(new Renamed("Ours", "Answer everyone who needs an answer"));
    }

    @Test
    void wordsInOneLanguageRenameNothingInAnother() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        editor.edit(item("VAL-05"), Map.of("name", "À nous"), none());
        assertThat(catalogue.renamedSince(0))
                .containsExactly(new Renamed("Answer everyone who needs an answer", "À nous"));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(catalogue.renamedSince(0)).isEmpty();
        editor.restore(item("VAL-05"));

        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(catalogue.renamedSince(0)).isEmpty();
    }

    @Test
    void savingWithoutAChangeIsNoEdit() {
        Item item = item("VAL-05");
        editor.edit(item, item.texts(), none());
        assertThat(item("VAL-05").origin()).isEqualTo(Item.Origin.SHIPPED);
    }

    @Test
    void anUpgradeNeverOverwritesWhatWasEdited() {
        editor.edit(item("VAL-05"), Map.of("name", "Ours"), none());
        pretendOlder();

        loader.load();
        catalogue.forget();

        assertThat(catalogue.value("VAL-05").name()).isEqualTo("Ours");
        assertThat(item("VAL-05").version()).isZero();
        assertThat(catalogue.value("VAL-06").name()).isEqualTo("Reply while it still matters");
        assertThat(item("VAL-06").version()).isEqualTo(1);
    }

    @Test
    void aNewLanguageArrivesForWhatNobodyEditedAlthoughNoVersionRose() {
        ShippedItem five = shipped.find(Kind.VALUES, "VAL-05").orElseThrow();
        ShippedItem six = shipped.find(Kind.VALUES, "VAL-06").orElseThrow();
        editor.edit(item("VAL-05"), Map.of("name", "Ours"), none());
        five.texts().put("xx", Map.of("name", "Fünf"));
        six.texts().put("xx", Map.of("name", "Sechs"));
        CatalogueLoader newer = loader(new ShippedCatalogue() {
            @Override
            List<ShippedItem> items(Kind kind) {
                return kind == Kind.VALUES ? List.of(five, six) : List.of();
            }
        });

        newer.load();
        catalogue.forget();
        LocaleContextHolder.setLocale(Locale.forLanguageTag("xx"));

        assertThat(catalogue.value("VAL-06").name()).isEqualTo("Sechs");
        assertThat(catalogue.value("VAL-06").sentence()).startsWith("Response time fits");
        assertThat(catalogue.value("VAL-05").name()).isEqualTo("Ours");
        assertThat(item("VAL-06").origin()).isEqualTo(Item.Origin.SHIPPED);

        six.texts().put("xx", Map.of("name", "Sieben"));
        newer.load();
        catalogue.forget();
        assertThat(catalogue.value("VAL-06").name()).isEqualTo("Sechs");
    }

    @Test
    void anUpgradeKeepsWhatIsSwitchedOff() {
        editor.enable(item("UC-07"), false);
        pretendOlder();

        loader.load();
        catalogue.forget();

        assertThat(item("UC-07").version()).isEqualTo(1);
        assertThat(item("UC-07").enabled()).isFalse();
    }

    @Test
    void whatIsSwitchedOffIsNotOfferedButStaysReadable() {
        editor.enable(item("VAL-02"), false);

        assertThat(catalogue.values()).hasSize(23).extracting(Value::id).doesNotContain("VAL-02");
        assertThat(catalogue.value("VAL-02").name()).isEqualTo("Sell where customers already chat");

        editor.enable(item("VAL-02"), true);
        assertThat(catalogue.values()).hasSize(24);
    }

    @Test
    void whatTheModelsNeedStaysOn() {
        assertThatThrownBy(() -> editor.enable(item("DIM-1"), false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("catalogue.needed"));
        assertThat(catalogue.dimensions()).hasSize(8);
    }

    @Test
    void shippedWordingCanBeRestored() {
        Value before = catalogue.value("VAL-05");
        editor.edit(item("VAL-05"), Map.of("name", "Ours", "unit", "per mille"), choose("lens", "risk"));
        assertThat(catalogue.value("VAL-05").lens()).isEqualTo("risk");

        editor.restore(item("VAL-05"));

        assertThat(catalogue.value("VAL-05")).isEqualTo(before);
        assertThat(item("VAL-05").origin()).isEqualTo(Item.Origin.SHIPPED);
    }

    @Test
    void whatWeAddedHasNoShippedWording() {
        String id = addValue();
        assertThatThrownBy(() -> editor.restore(item(id))).isInstanceOf(Refusal.class);
    }

    @Test
    void anAddedValueGetsTheNextIdAndIsOffered() {
        assertThat(addValue()).isEqualTo("VAL-25");
        assertThat(catalogue.values()).last().satisfies(value -> {
            assertThat(value.name()).isEqualTo("Be fun to deal with");
            assertThat(value.theme()).isEqualTo("Be easy to deal with");
            assertThat(value.functions()).containsExactly("FN-MKT", "FN-HR");
        });
        assertThat(item("VAL-25").origin()).isEqualTo(Item.Origin.ADDED);
    }

    @Test
    void anAddedItemStaysAddedWhenEditedAndSurvivesARestart() {
        editor.edit(item(addValue()), Map.of("name", "Be a joy to deal with"), none());
        loader.load();
        catalogue.forget();

        assertThat(item("VAL-25").origin()).isEqualTo(Item.Origin.ADDED);
        assertThat(catalogue.value("VAL-25").name()).isEqualTo("Be a joy to deal with");
    }

    @Test
    void aChecklistItemIsNumberedWithinItsList() {
        MultiValueMap<String, String> choices = choose("c", "campaign");
        choices.add("verb", "automate");
        choices.add("capability", "CAP-17");
        choices.add("lead", "FN-MKT");
        choices.add("from", "3");

        String id = editor.add(Kind.CHECKLIST, Map.of("statement", "We stop what nobody answers."), choices);

        assertThat(id).isEqualTo("CP-13");
        assertThat(catalogue.checklistItem(id).from()).isEqualTo(3);
    }

    @Test
    void translationsFallBackToEnglish() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
        editor.edit(item("VAL-05"), Map.of("name", "Iedereen antwoorden die een antwoord nodig heeft"), none());

        assertThat(catalogue.value("VAL-05").name()).startsWith("Iedereen antwoorden");
        assertThat(catalogue.value("VAL-05").sentence()).startsWith("No relevant");
        assertThat(catalogue.value("VAL-06").name()).isEqualTo("Reply while it still matters");

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(catalogue.value("VAL-05").name()).isEqualTo("Answer everyone who needs an answer");
    }

    @Test
    void nonsenseIsRefusedAndChangesNothing() {
        Item item = item("VAL-05");
        refused(() -> editor.edit(item, Map.of("name", "  "), none()), "catalogue.empty");
        refused(() -> editor.edit(item, Map.of("name", "x".repeat(201)), none()), "catalogue.long");
        refused(() -> editor.edit(item, Map.of("shoeSize", "44"), none()), "catalogue.field");
        refused(() -> editor.edit(item, Map.of(), choose("lens", "luck")), "catalogue.choice");
        refused(() -> editor.edit(item, Map.of(), choose("theme", "VAL-01")), "catalogue.choice");
        refused(() -> editor.edit(item, Map.of(), choose("expression", "1")), "catalogue.field");
        refused(() -> editor.add(Kind.FUNCTIONS, Map.of("name", "Magic"), none()), "catalogue.fixed");
        refused(() -> editor.add(Kind.VALUES, Map.of("name", "Half"), none()), "catalogue.choose");
        refused(() -> catalogue.value("VAL-99"), "catalogue.unknown");
        assertThat(item("VAL-05")).isEqualTo(item);
    }

    @Test
    void markupIsKeptAsTyped() {
        String typed = "<script>alert(1)</script> ${7*7} 'quoted'";
        editor.edit(item("VAL-05"), Map.of("name", typed), none());
        assertThat(catalogue.value("VAL-05").name()).isEqualTo(typed);
    }

    private CatalogueLoader loader(ShippedCatalogue from) {
        return new CatalogueLoader(
                from, repository, new TransactionTemplate(new DataSourceTransactionManager(database)));
    }

    private String addValue() {
        MultiValueMap<String, String> choices = choose("theme", "THM-02");
        choices.add("lens", "revenue");
        choices.add("better", "up");
        choices.put("functions", List.of("", "FN-MKT", "FN-HR"));
        choices.put("promises", List.of("", "loved"));
        Map<String, String> texts = Map.of(
                "name", "Be fun to deal with",
                "sentence", "People smile when they deal with us.",
                "measure", "Smiles",
                "unit", "%");
        return editor.add(Kind.VALUES, texts, choices);
    }

    private void pretendOlder() {
        for (String id : List.of("VAL-05", "VAL-06")) {
            repository.update(Kind.VALUES, id, item(id).origin(), 0, JsonNodeFactory.instance.objectNode());
        }
        repository.update(
                Kind.USE_CASES, "UC-07", Item.Origin.SHIPPED, 0, item("UC-07").data());
    }

    private Item item(String id) {
        return catalogue.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static MultiValueMap<String, String> none() {
        return new LinkedMultiValueMap<>();
    }

    private static MultiValueMap<String, String> choose(String field, String code) {
        MultiValueMap<String, String> choices = none();
        choices.add(field, code);
        return choices;
    }

    private static void refused(Runnable attempt, String key) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
