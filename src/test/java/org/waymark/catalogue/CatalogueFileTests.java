package org.waymark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.waymark.TestDatabase;
import org.waymark.web.Refusal;

/** A list taken away and brought back is the same list; what is wrong in a file is named by row and column. */
class CatalogueFileTests {

    /** An installation of its own with everything that is shipped. */
    private static final class Installation {

        private final CatalogueEditor editor;
        private final Catalogue catalogue;
        private final CatalogueSheet sheet;
        private final CatalogueFile files;

        Installation() {
            LocaleContextHolder.setLocale(Locale.ENGLISH);
            var database = TestDatabase.fresh();
            new ResourceDatabasePopulator(
                            new ClassPathResource("db/migration/V20261121_2314__catalogue_items.sql"),
                            new ClassPathResource("db/migration/V20261122_2401__catalogue_wording.sql"),
                            new ClassPathResource("db/migration/V20261122_3502__catalogue_edition.sql"))
                    .execute(database);
            CatalogueRepository repository = new CatalogueRepository(JdbcClient.create(database));
            ShippedCatalogue shipped = new ShippedCatalogue();
            catalogue = new Catalogue(repository);
            editor = new CatalogueEditor(catalogue, repository, shipped);
            new CatalogueLoader(
                            shipped, repository, new TransactionTemplate(new DataSourceTransactionManager(database)))
                    .load();
            sheet = new CatalogueSheet(catalogue);
            files = new CatalogueFile(catalogue, editor, sheet);
        }

        Item item(String id) {
            return catalogue.items().stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        void take(Kind kind, String file) {
            files.take(kind, file, sheet.fingerprint(kind));
        }
    }

    @Test
    void whatIsShippedComesBackWithoutAChange() {
        Installation here = new Installation();
        for (Kind kind : Kind.values()) {
            CatalogueFile.Looked looked = here.files.look(kind, here.sheet.write(kind));
            assertThat(looked.problems()).as(kind.path()).isEmpty();
            assertThat(looked.changes()).as(kind.path()).isEmpty();
            here.take(kind, here.sheet.write(kind));
        }
        assertThat(here.catalogue.items()).allMatch(item -> item.origin() == Item.Origin.SHIPPED);
    }

    /** Export, import elsewhere, export: the same file and the same items. */
    @Property(tries = 15)
    void exportAndImportAreTheIdentity(
            @ForAll("words") String name,
            @ForAll("words") String sentence,
            @ForAll @Size(min = 1, max = 5) List<Integer> switched,
            @ForAll long order) {
        Installation here = new Installation();
        here.editor.edit(here.item("VAL-03"), Map.of("name", name, "sentence", sentence), new LinkedMultiValueMap<>());
        here.editor.edit(here.item("BEN-01"), Map.of("inputs.contactsPerYear", name), new LinkedMultiValueMap<>());
        here.editor.edit(here.item("DIM-2"), Map.of("levels.1", sentence), new LinkedMultiValueMap<>());
        switched.forEach(which ->
                here.editor.enable(here.item(String.format("VAL-%02d", 1 + Math.floorMod(which, 24))), false));
        LinkedMultiValueMap<String, String> choices = new LinkedMultiValueMap<>(Map.of(
                "theme", List.of("THM-02"),
                "lens", List.of("risk"),
                "better", List.of("up"),
                "functions", List.of("FN-HR", "FN-MKT"),
                "promises", List.of()));
        here.editor.add(Kind.VALUES, Map.of("name", sentence, "sentence", name, "measure", name, "unit", "%"), choices);
        List<String> ids = new ArrayList<>(
                here.editor.of(Kind.VALUES).stream().map(Item::id).toList());
        Collections.shuffle(ids, new Random(order));
        here.editor.arrange(Kind.VALUES, ids);

        Installation there = new Installation();
        for (Kind kind : List.of(Kind.VALUES, Kind.BENEFITS, Kind.DIMENSIONS)) {
            String file = here.sheet.write(kind);
            there.take(kind, file);
            assertThat(there.sheet.write(kind)).as(kind.path()).isEqualTo(file);
            assertThat(there.editor.of(kind))
                    .as(kind.path())
                    .usingRecursiveComparison()
                    .ignoringFields("position")
                    .isEqualTo(here.editor.of(kind));
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ab ,;\"'=+-@\n\\<é漢אש")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(words -> words.strip().isEmpty() ? "=1+1" : words.strip());
    }

    @Test
    void everythingWrongIsNamedByRowAndColumnAndNothingIsWritten() {
        Installation here = new Installation();
        String before = here.sheet.write(Kind.VALUES);
        String file = "id;on;name;lens\nVAL-01;yes;;revenue\nVAL-02;perhaps;Sell;revenue\nVAL-03;yes;Again;profit\n"
                + "VAL-01;yes;Twice;cost\nXX-99;yes;Strange;cost\n;yes;New without the rest;risk\n";
        CatalogueFile.Looked looked = here.files.look(Kind.VALUES, file);
        assertThat(looked.problems())
                .extracting(problem -> problem.row() + " " + problem.column())
                .containsExactly("2 name", "3 on", "4 lens", "5 id", "6 id", "7 theme");
        assertThatThrownBy(() -> here.take(Kind.VALUES, file)).isInstanceOf(Refusal.class);
        assertThat(here.sheet.write(Kind.VALUES)).isEqualTo(before);
        for (String nonsense : List.of("", "id", "name\nOnly a name\n", "id,colour\nVAL-01,red\n", "id,id\na,b\n")) {
            assertThatThrownBy(() -> here.files.look(Kind.VALUES, nonsense)).isInstanceOf(Refusal.class);
        }
        assertThat(here.files.look(Kind.DIMENSIONS, "id,on\nDIM-1,no\n").problems())
                .hasSize(1);
        assertThat(here.files
                        .look(Kind.FUNCTIONS, "id,name\nFN-NEW,Astrology\n")
                        .problems())
                .hasSize(1);
    }

    @Test
    void whatTheFileDoesNotNameStaysAndWhatChangedMeanwhileIsNotOverwritten() {
        Installation here = new Installation();
        here.take(Kind.VALUES, "id,name\nVAL-06,Reply in time\nVAL-05,Answer all\n");
        assertThat(here.item("VAL-06").title()).isEqualTo("Reply in time");
        assertThat(here.item("VAL-06").origin()).isEqualTo(Item.Origin.EDITED);
        assertThat(here.editor.of(Kind.VALUES))
                .hasSize(24)
                .first()
                .extracting(Item::id)
                .isEqualTo("VAL-06");
        String seen = here.sheet.fingerprint(Kind.VALUES);
        here.editor.edit(here.item("VAL-06"), Map.of("name", "Meanwhile"), new LinkedMultiValueMap<>());
        assertThatThrownBy(() -> here.files.take(Kind.VALUES, "id,name\nVAL-06,Mine\n", seen))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
        assertThat(here.item("VAL-06").title()).isEqualTo("Meanwhile");
    }

    @Test
    void anItemMovesAmongThoseItIsListedWith() {
        Installation here = new Installation();
        here.editor.move(here.item("VAL-06"), true);
        assertThat(here.catalogue.values())
                .extracting(Value::id)
                .containsSubsequence("VAL-04", "VAL-06", "VAL-05", "VAL-07");
        assertThatThrownBy(() -> here.editor.move(here.item("VAL-06"), true)).isInstanceOf(Refusal.class);
        here.editor.move(here.item("VAL-06"), false);
        assertThat(here.catalogue.values())
                .extracting(Value::id)
                .containsSubsequence("VAL-04", "VAL-05", "VAL-06", "VAL-07");
        assertThat(here.item("VAL-06").origin()).isEqualTo(Item.Origin.SHIPPED);
    }
}
