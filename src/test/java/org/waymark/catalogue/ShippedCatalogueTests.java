package org.waymark.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTests {

    private static final List<String> LANGUAGES = List.of("de", "ru", "tr");

    private final List<Item> items = Shipped.items();
    private final Shelves shelves = Shelves.of(items);

    @Test
    void everyKindIsComplete() {
        assertThat(shelves.values().onOffer()).hasSize(24);
        assertThat(shelves.capabilities().onOffer()).hasSize(36);
        assertThat(shelves.dimensions().onOffer())
                .hasSize(8)
                .allMatch(dimension -> dimension.levels().size() == 4);
        assertThat(shelves.chasmConditions().onOffer()).hasSize(6);
        assertThat(shelves.benefits().onOffer()).hasSize(16);
        assertThat(shelves.costs().onOffer()).hasSize(12);
        assertThat(shelves.useCases().onOffer()).hasSize(32);
        assertThat(shelves.checklist().onOffer()).hasSize(60);
        assertThat(shelves.components().onOffer()).hasSize(45);
        assertThat(shelves.functions().onOffer()).hasSize(11);
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(items).extracting(Item::id).doesNotHaveDuplicates();
    }

    @Test
    void everyLinkLeadsToAnItemOfItsKind() {
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.add(item.kind() + item.id()));
        for (Item item : items) {
            for (Field field : item.kind().fields()) {
                if (field.isLink()) {
                    assertThat(item.list(field.name()))
                            .as("%s %s", item.id(), field.name())
                            .isNotEmpty()
                            .allMatch(id -> known.contains(field.kind() + id));
                }
            }
        }
    }

    @Test
    void everyCodeIsAmongTheChoices() {
        for (Item item : items) {
            for (Field field : item.kind().fields()) {
                if (!field.isLink()) {
                    assertThat(field.choices())
                            .as("%s %s", item.id(), field.name())
                            .containsAll(item.list(field.name()));
                }
            }
        }
    }

    @Test
    void everyPropertyOfAFileIsKnown() {
        for (Item item : items) {
            Set<String> known = new HashSet<>(Set.of("expression", "inputs"));
            item.kind().fields().forEach(field -> known.add(field.name()));
            item.data().fieldNames().forEachRemaining(name -> assertThat(known).contains(name));
        }
    }

    @Test
    void noTextIsMissing() {
        for (Item item : items) {
            assertThat(item.texts())
                    .as(item.id())
                    .containsKeys(item.kind().texts().toArray(String[]::new));
            assertThat(item.texts().values()).as(item.id()).noneMatch(String::isBlank);
        }
        assertThat(shelves.values().onOffer()).noneMatch(value -> value.theme().isBlank());
        assertThat(shelves.components().onOffer())
                .noneMatch(component -> component.layer().isBlank());
    }

    @Test
    void everyTextIsThereInEveryLanguage() throws IOException {
        assertThat(untranslated(shipped(), LANGUAGES)).isEmpty();
        for (Kind kind : Kind.values()) {
            Set<String> ids = new HashSet<>();
            new ShippedCatalogue().items(kind).forEach(item -> ids.add(item.id()));
            new ShippedCatalogue()
                    .translations(kind)
                    .forEach((language, texts) -> texts.fieldNames()
                            .forEachRemaining(id -> assertThat(ids).contains(id)));
        }
    }

    @Test
    void aTextThatIsNotTranslatedIsFound() {
        List<ShippedItem> items = shipped();
        items.get(0).texts().get("ru").remove("name");
        items.get(1).texts().get("tr").put("name", " ");
        items.get(2).texts().remove("de");
        items.get(3).texts().get("de").put("nickname", "Vier");
        assertThat(untranslated(items, LANGUAGES))
                .containsExactly(
                        "ru " + items.get(0).id(),
                        "tr " + items.get(1).id(),
                        "de " + items.get(2).id(),
                        "de " + items.get(3).id());
    }

    private static List<ShippedItem> shipped() {
        List<ShippedItem> items = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            items.addAll(new ShippedCatalogue().items(kind));
        }
        return items;
    }

    private static List<String> untranslated(List<ShippedItem> items, List<String> languages) {
        List<String> missing = new ArrayList<>();
        for (ShippedItem item : items) {
            for (String language : languages) {
                Map<String, String> texts = item.texts().getOrDefault(language, Map.of());
                if (!texts.keySet().equals(item.texts().get("en").keySet())
                        || texts.values().stream().anyMatch(String::isBlank)) {
                    missing.add(language + " " + item.id());
                }
            }
        }
        return missing;
    }

    @Test
    void noSupplierIsNamed() {
        for (Item item : items) {
            assertThat(String.join(" ", item.texts().values()))
                    .doesNotContainIgnoringCase("sprinklr", "dcfts", "adobe", "salesforce", "facebook", "instagram")
                    .doesNotContainIgnoringCase("whatsapp", "glassdoor", "gartner", "forrester", "accenture");
        }
    }

    @Test
    void everyValueIsServedByAtLeastTwoCapabilities() {
        assertThat(shelves.values().onOffer())
                .allMatch(value -> shelves.capabilities().onOffer().stream()
                                .filter(capability -> capability.serves().contains(value.id()))
                                .count()
                        >= 2);
    }

    @Test
    void everyCapabilityIsNeededByAUseCase() {
        assertThat(shelves.capabilities().onOffer())
                .allMatch(capability -> shelves.useCases().onOffer().stream()
                        .anyMatch(useCase -> useCase.capabilities().contains(capability.id())));
    }

    @Test
    void everyValueOfAUseCaseIsServedByOneOfItsCapabilities() {
        for (UseCase useCase : shelves.useCases().onOffer()) {
            for (String value : useCase.values()) {
                assertThat(useCase.capabilities())
                        .as("%s %s", useCase.id(), value)
                        .anyMatch(id -> shelves.capabilities().get(id).serves().contains(value));
            }
        }
    }

    @Test
    void everyFunctionHasAtLeastThreeUseCases() {
        assertThat(shelves.functions().onOffer())
                .allMatch(function -> shelves.useCases().onOffer().stream()
                                .filter(useCase -> useCase.functions().contains(function.id()))
                                .count()
                        >= 3);
    }

    @Test
    void everyTechnologyHasAComponent() {
        assertThat(shelves.capabilities().onOffer())
                .filteredOn(capability -> capability.type().equals("technology"))
                .hasSize(12)
                .allMatch(capability -> shelves.components().onOffer().stream()
                        .anyMatch(component -> component.capabilities().contains(capability.id())));
    }

    @Test
    void theChecklistIsFifteenCellsOfFour() {
        assertThat(shelves.checklist().onOffer().stream().collect(groupingBy(ChecklistItem::c, counting())))
                .hasSize(5)
                .allSatisfy((c, count) -> assertThat(count).isEqualTo(12));
        assertThat(shelves.checklist().onOffer().stream()
                        .collect(groupingBy(item -> item.c() + " " + item.verb(), counting())))
                .hasSize(15)
                .allSatisfy((cell, count) -> assertThat(count).isEqualTo(4));
    }

    @Test
    void lensesAndTypesAreBalancedAsDesigned() {
        assertThat(shelves.values().onOffer().stream().collect(groupingBy(Value::lens, counting())))
                .containsEntry("revenue", 10L)
                .containsEntry("cost", 8L)
                .containsEntry("risk", 6L);
        assertThat(shelves.capabilities().onOffer().stream().collect(groupingBy(Capability::type, counting())))
                .hasSize(3)
                .allSatisfy((type, count) -> assertThat(count).isEqualTo(12));
        assertThat(shelves.chasmConditions().onOffer())
                .filteredOn(condition -> condition.origin().equals("seed"))
                .hasSize(4);
    }
}
