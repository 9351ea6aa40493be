package org.waymark.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.stage.Element;
import org.waymark.stage.Element.Kind;

/** The chain of the whole shipped catalogue, walked both ways (dcfts.md 4.4 and 4.8, checks 4 and 5). */
class LineageTests {

    @Test
    void droppingAValueReachesItsCapabilityBenefitUseCaseAndComponent() {
        assertThat(ids(shipped().down("VAL-02"))).contains("CAP-31", "BEN-06", "UC-06", "ARC-22");
    }

    @Test
    void fromAComponentBackToTheValueAndTheMoneyItServes() {
        Lineage lineage = shipped();
        assertThat(ids(lineage.up("ARC-22"))).contains("CAP-31", "VAL-02");
        assertThat(ids(lineage.money("ARC-22"))).contains("BEN-06");
    }

    @Test
    void upAndDownAreTheSamePathsInEachDirection() {
        Lineage lineage = shipped();
        for (Element one : lineage.all()) {
            assertThat(lineage.up(one.id()))
                    .allSatisfy(above -> assertThat(lineage.down(above.id())).contains(one));
            assertThat(lineage.up(one.id())).doesNotContain(one);
        }
    }

    @Test
    void theOnlyHolesOfTheShippedCatalogueAreFourValuesWithoutMoneyOfTheirOwn() {
        assertThat(Gap.in(shipped()))
                .allSatisfy(gap -> assertThat(gap.missing()).isEqualTo(Kind.BENEFIT));
        assertThat(Gap.in(shipped()))
                .extracting(gap -> gap.element().id())
                .containsExactly("VAL-05", "VAL-21", "VAL-23", "VAL-24");
    }

    @Test
    void aValueWithNothingBelowAndAComponentWithNothingAboveAreHoles() {
        Lineage lineage = new Lineage(List.of(
                element(Kind.VALUE, "VAL-01"),
                element(Kind.VALUE, "VAL-02"),
                element(Kind.CAPABILITY, "CAP-01", "VAL-01"),
                element(Kind.COMPONENT, "ARC-01", "CAP-99")));
        assertThat(Gap.in(lineage))
                .extracting(gap -> gap.element().id(), Gap::missing, Gap::below)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("VAL-02", Kind.CAPABILITY, true),
                        org.assertj.core.groups.Tuple.tuple("ARC-01", Kind.VALUE, false));
    }

    @Test
    void aCircleIsWalkedOnce() {
        Lineage lineage = new Lineage(
                List.of(element(Kind.CAPABILITY, "CAP-01", "CAP-02"), element(Kind.CAPABILITY, "CAP-02", "CAP-01")));
        assertThat(ids(lineage.up("CAP-01"))).containsExactly("CAP-02");
    }

    @Test
    void whatIsNewAsksForNothingWhatIsGoneOrDifferentDoes() {
        List<Element> last = List.of(element(Kind.VALUE, "VAL-01"), element(Kind.VALUE, "VAL-02"));
        List<Element> now = List.of(
                new Element(Kind.VALUE, "VAL-01", "VAL-01", "otherwise", "", List.of()), element(Kind.VALUE, "VAL-03"));
        assertThat(Ripple.changes(last, now))
                .isEqualTo(Map.of(last.get(0), Mark.How.CHANGED, last.get(1), Mark.How.DROPPED));
    }

    private static Element element(Kind kind, String id, String... serves) {
        return new Element(kind, id, id, "agreed", "", List.of(serves));
    }

    private static List<String> ids(Collection<Element> elements) {
        return elements.stream().map(Element::id).toList();
    }

    private static Lineage shipped() {
        List<JsonNode> capabilities = read("capabilities");
        List<Element> all = new ArrayList<>();
        all.addAll(elements(Kind.VALUE, read("values")));
        all.addAll(elements(Kind.CAPABILITY, capabilities, "serves"));
        read("dimensions")
                .forEach(one -> all.add(element(
                        Kind.DIMENSION,
                        one.path("id").asText(),
                        capabilities.stream()
                                .filter(each -> one.path("id").equals(each.path("moves")))
                                .map(each -> each.path("id").asText())
                                .toArray(String[]::new))));
        all.addAll(elements(Kind.BENEFIT, read("benefits"), "values"));
        all.addAll(elements(Kind.USE_CASE, read("use-cases"), "capabilities", "values"));
        all.addAll(elements(Kind.STATEMENT, read("checklist"), "capability"));
        all.addAll(elements(Kind.COMPONENT, read("components"), "capabilities"));
        return new Lineage(all);
    }

    private static List<Element> elements(Kind kind, List<JsonNode> items, String... fields) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode item : items) {
            List<String> serves = new ArrayList<>();
            for (String field : fields) {
                JsonNode of = item.path(field);
                if (of.isArray()) {
                    of.forEach(id -> serves.add(id.asText()));
                } else {
                    serves.add(of.asText());
                }
            }
            elements.add(element(kind, item.path("id").asText(), serves.toArray(String[]::new)));
        }
        return elements;
    }

    private static List<JsonNode> read(String file) {
        try (InputStream in = LineageTests.class.getResourceAsStream("/catalogue/" + file + ".json")) {
            List<JsonNode> items = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(items::add);
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
