package org.waymark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.waymark.web.Refusal;

/** Changes the catalogue to the company's own words; an id never changes and nothing is ever deleted. */
@Service
class CatalogueEditor {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1000;

    private final Catalogue catalogue;
    private final CatalogueRepository repository;
    private final ShippedCatalogue shipped;
    private final ObjectMapper json = new ObjectMapper();

    CatalogueEditor(Catalogue catalogue, CatalogueRepository repository, ShippedCatalogue shipped) {
        this.catalogue = catalogue;
        this.repository = repository;
        this.shipped = shipped;
    }

    /** Takes the new wording in the reader's language, and the new choices and links; what did not change stays as shipped. */
    @Transactional
    public void edit(Item item, Map<String, String> texts, MultiValueMap<String, String> choices) {
        boolean changed = false;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String field = text.getKey();
            if (!item.texts().containsKey(field)) {
                throw Refusal.bad("catalogue.field", field).at("text." + field);
            }
            String words = checked(item.kind(), field, text.getValue());
            if (!words.equals(item.text(field))) {
                repository.write(item.kind(), item.id(), language(), field, words);
                changed = true;
            }
        }
        JsonNode data = described(item.kind(), item.data(), choices);
        if (changed || !data.equals(item.data())) {
            Item.Origin origin = item.origin() == Item.Origin.ADDED ? Item.Origin.ADDED : Item.Origin.EDITED;
            repository.update(item.kind(), item.id(), origin, item.version(), data);
            catalogue.forget();
        }
    }

    /** Puts a new item at the end of its kind and answers its id. */
    @Transactional
    public String add(Kind kind, Map<String, String> texts, MultiValueMap<String, String> choices) {
        checkNew(kind, texts, choices);
        JsonNode data = described(kind, json.createObjectNode(), choices);
        return add(kind, nextId(kind, data, of(kind)), texts, choices);
    }

    /** The same under an id of its own, as a list brings it from another installation. */
    @Transactional
    public String add(Kind kind, String id, Map<String, String> texts, MultiValueMap<String, String> choices) {
        checkNew(kind, texts, choices);
        JsonNode data = described(kind, json.createObjectNode(), choices);
        List<Item> present = of(kind);
        repository.insert(kind, id, Item.Origin.ADDED, 1, present.size() + 1, data);
        for (String field : kind.texts()) {
            repository.write(
                    kind,
                    id,
                    CatalogueRepository.BASE_LANGUAGE,
                    field,
                    checked(kind, field, texts.getOrDefault(field, "")));
        }
        catalogue.forget();
        return id;
    }

    /** What could not be added, without adding anything. */
    void checkNew(Kind kind, Map<String, String> texts, MultiValueMap<String, String> choices) {
        if (!kind.growing()) {
            throw Refusal.conflict("catalogue.fixed");
        }
        for (Field field : kind.fields()) {
            if (!field.many() && !field.choices().contains("") && !choices.containsKey(field.name())) {
                throw Refusal.invalid("catalogue.choose").at("data." + field.name());
            }
        }
        described(kind, json.createObjectNode(), choices);
        kind.texts().forEach(field -> checked(kind, field, texts.getOrDefault(field, "")));
    }

    /** What could not be changed, without changing anything. */
    void checkEdit(Item item, Map<String, String> texts, MultiValueMap<String, String> choices) {
        texts.forEach((field, text) -> {
            if (!item.texts().containsKey(field)) {
                throw Refusal.bad("catalogue.field", field).at("text." + field);
            }
            checked(item.kind(), field, text);
        });
        described(item.kind(), item.data(), choices);
    }

    /** Moves an item one place up or down among those it is listed with. */
    @Transactional
    public void move(Item item, boolean up) {
        List<String> order =
                new ArrayList<>(of(item.kind()).stream().map(Item::id).toList());
        String heading = item.kind().heading().map(Field::name).orElse("");
        List<Item> listed = of(item.kind()).stream()
                .filter(one -> one.code(heading).equals(item.code(heading)))
                .toList();
        int at = listed.stream().map(Item::id).toList().indexOf(item.id());
        int to = up ? at - 1 : at + 1;
        if (to < 0 || to >= listed.size()) {
            throw Refusal.conflict("catalogue.edge", item.title());
        }
        Collections.swap(
                order, order.indexOf(item.id()), order.indexOf(listed.get(to).id()));
        arrange(item.kind(), order);
    }

    /** Puts the items of a kind into this order; those not named come after. */
    @Transactional
    public void arrange(Kind kind, List<String> ids) {
        List<String> order = new ArrayList<>(ids);
        of(kind).stream().map(Item::id).filter(id -> !ids.contains(id)).forEach(order::add);
        for (int at = 0; at < order.size(); at++) {
            repository.place(kind, order.get(at), at + 1);
        }
        catalogue.forget();
    }

    List<Item> of(Kind kind) {
        return catalogue.items().stream().filter(item -> item.kind() == kind).toList();
    }

    @Transactional
    public void enable(Item item, boolean enabled) {
        if (!enabled && !item.kind().optional()) {
            throw Refusal.conflict("catalogue.needed", item.title());
        }
        repository.enable(item.kind(), item.id(), enabled);
        catalogue.forget();
    }

    /** Takes an edited item back to what this release ships. */
    @Transactional
    public void restore(Item item) {
        ShippedItem original = shipped.find(item.kind(), item.id())
                .orElseThrow(() -> Refusal.conflict("catalogue.notShipped", item.title()));
        repository.update(item.kind(), item.id(), Item.Origin.SHIPPED, original.version(), original.data());
        repository.rewrite(original);
        catalogue.forget();
    }

    private JsonNode described(Kind kind, JsonNode before, MultiValueMap<String, String> choices) {
        ObjectNode data = before.deepCopy();
        choices.forEach((name, chosen) -> {
            Field field = kind.fields().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.bad("catalogue.field", name).at("data." + name));
            List<String> kept = field.many()
                    ? chosen.stream().filter(each -> !each.isEmpty()).distinct().toList()
                    : List.of(chosen.get(chosen.size() - 1));
            kept.forEach(each -> checkChoice(field, each));
            if (field.many()) {
                data.set(name, json.valueToTree(kept));
            } else if (name.equals("from")) {
                data.put(name, Integer.parseInt(kept.get(0)));
            } else {
                data.put(name, kept.get(0));
            }
        });
        return data;
    }

    private void checkChoice(Field field, String chosen) {
        boolean known = field.isLink()
                ? catalogue.items().stream()
                        .anyMatch(
                                item -> item.kind() == field.kind() && item.id().equals(chosen))
                : field.choices().contains(chosen);
        if (!known) {
            throw Refusal.bad("catalogue.choice", chosen).at("data." + field.name());
        }
    }

    private static String checked(Kind kind, String field, String text) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("catalogue.empty").at("text." + field);
        }
        int longest = field.equals("name") ? LONGEST_TITLE : LONGEST_TEXT;
        if (words.length() > longest) {
            throw Refusal.invalid("catalogue.long", longest, words.length()).at("text." + field);
        }
        return words;
    }

    private static String nextId(Kind kind, JsonNode data, List<Item> present) {
        String prefix = kind == Kind.CHECKLIST ? checklistPrefix(data.path("c").asText()) : kind.prefix();
        int last = present.stream()
                .filter(item -> item.id().startsWith(prefix + "-"))
                .mapToInt(item -> Integer.parseInt(item.id().substring(prefix.length() + 1)))
                .max()
                .orElse(0);
        return String.format("%s-%02d", prefix, last + 1);
    }

    private static String checklistPrefix(String c) {
        return switch (c) {
            case "conversation" -> "CV";
            case "community" -> "CM";
            case "collaboration" -> "CO";
            case "campaign" -> "CP";
            default -> "CT";
        };
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
