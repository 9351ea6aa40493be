package org.waymark.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the items and their texts. */
@Repository
class CatalogueRepository {

    static final String BASE_LANGUAGE = "en";

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    CatalogueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String kind, String id, String origin, int version, boolean enabled, int position, String data) {}

    record TextRow(String kind, String id, String language, String field, String text) {}

    /** Everything in one language; what is not translated stays in English. */
    List<Item> all(String language) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        jdbc.sql("select kind, id, language, field, text from catalogue_text where language in (:base, :language)")
                .param("base", BASE_LANGUAGE)
                .param("language", language)
                .query(TextRow.class)
                .list()
                .forEach(row -> texts.computeIfAbsent(row.kind() + "/" + row.id(), any -> new HashMap<>())
                        .merge(
                                row.field(),
                                row.text(),
                                (old, now) -> row.language().equals(language) ? now : old));
        List<Item> items = new ArrayList<>();
        for (Row row : rows()) {
            Map<String, String> own = texts.getOrDefault(row.kind() + "/" + row.id(), Map.of());
            Kind.at(row.kind())
                    .ifPresent(kind -> items.add(new Item(
                            kind,
                            row.id(),
                            Item.Origin.valueOf(row.origin()),
                            row.version(),
                            row.enabled(),
                            row.position(),
                            tree(row.data()),
                            own)));
        }
        return items;
    }

    List<String> languages() {
        return jdbc.sql("select distinct language from catalogue_text")
                .query(String.class)
                .list();
    }

    /** Every text there is, named kind/id/language/field. */
    Set<String> spoken() {
        return Set.copyOf(jdbc.sql("select kind || '/' || id || '/' || language || '/' || field from catalogue_text")
                .query(String.class)
                .list());
    }

    List<Row> rows() {
        return jdbc.sql("select kind, id, origin, version, enabled, position, data from catalogue_item"
                        + " order by kind, position, id")
                .query(Row.class)
                .list();
    }

    void insert(Kind kind, String id, Item.Origin origin, int version, int position, JsonNode data) {
        jdbc.sql("insert into catalogue_item (kind, id, origin, version, enabled, position, data)"
                        + " values (?, ?, ?, ?, true, ?, ?)")
                .params(kind.path(), id, origin.name(), version, position, data.toString())
                .update();
    }

    void update(Kind kind, String id, Item.Origin origin, int version, JsonNode data) {
        jdbc.sql("update catalogue_item set origin = ?, version = ?, data = ? where kind = ? and id = ?")
                .params(origin.name(), version, data.toString(), kind.path(), id)
                .update();
    }

    void place(Kind kind, String id, int position) {
        jdbc.sql("update catalogue_item set position = ? where kind = ? and id = ? and position <> ?")
                .params(position, kind.path(), id, position)
                .update();
    }

    void enable(Kind kind, String id, boolean enabled) {
        jdbc.sql("update catalogue_item set enabled = ? where kind = ? and id = ?")
                .params(enabled, kind.path(), id)
                .update();
    }

    /** Keeps a text in new words, and remembers what readers of this language saw before. */
    void write(Kind kind, String id, String language, String field, String text) {
        Map<String, Map<String, String>> before = texts(kind, id);
        seen(before, language, field)
                .filter(was -> !was.equals(text))
                .ifPresent(was -> remember(kind, id, language, field, was));
        int known = jdbc.sql(
                        "update catalogue_text set text = ? where kind = ? and id = ? and language = ? and field = ?")
                .params(text, kind.path(), id, language, field)
                .update();
        if (known == 0) {
            insertText(kind, id, language, field, text);
        }
    }

    /** The texts of an item that has none yet. */
    void writeAll(ShippedItem item) {
        item.texts()
                .forEach((language, texts) ->
                        texts.forEach((field, text) -> insertText(item.kind(), item.id(), language, field, text)));
    }

    /** Puts the texts of an item as shipped in place of those it has, and remembers what readers saw before. */
    void rewrite(ShippedItem item) {
        Map<String, Map<String, String>> before = texts(item.kind(), item.id());
        Set<String> languages = new TreeSet<>(before.keySet());
        languages.addAll(item.texts().keySet());
        for (String language : languages) {
            for (String field :
                    item.texts().getOrDefault(BASE_LANGUAGE, Map.of()).keySet()) {
                seen(before, language, field)
                        .filter(was -> !Optional.of(was).equals(seen(item.texts(), language, field)))
                        .ifPresent(was -> remember(item.kind(), item.id(), language, field, was));
            }
        }
        jdbc.sql("delete from catalogue_text where kind = ? and id = ?")
                .params(item.kind().path(), item.id())
                .update();
        writeAll(item);
    }

    private void insertText(Kind kind, String id, String language, String field, String text) {
        jdbc.sql("insert into catalogue_text (kind, id, language, field, text) values (?, ?, ?, ?, ?)")
                .params(kind.path(), id, language, field, text)
                .update();
    }

    /** How many texts were put into other words so far: the state of the wording as a number. */
    long wording() {
        return jdbc.sql("select coalesce(max(id), 0) from catalogue_wording")
                .query(Long.class)
                .single();
    }

    record Former(String kind, String item, String language, String field, String was) {}

    /** What texts said before, of everything reworded after that state, the oldest first. */
    List<Former> rewordedSince(long wording) {
        return jdbc.sql("select kind, item, language, field, was from catalogue_wording where id > ? order by id")
                .params(wording)
                .query(Former.class)
                .list();
    }

    private void remember(Kind kind, String id, String language, String field, String was) {
        jdbc.sql("insert into catalogue_wording (kind, item, language, field, was) values (?, ?, ?, ?, ?)")
                .params(kind.path(), id, language, field, was)
                .update();
    }

    private Map<String, Map<String, String>> texts(Kind kind, String id) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        jdbc.sql("select kind, id, language, field, text from catalogue_text where kind = ? and id = ?")
                .params(kind.path(), id)
                .query(TextRow.class)
                .list()
                .forEach(row -> texts.computeIfAbsent(row.language(), any -> new HashMap<>())
                        .put(row.field(), row.text()));
        return texts;
    }

    /** What a reader of this language sees: what is not translated stays in English. */
    private static Optional<String> seen(Map<String, Map<String, String>> texts, String language, String field) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(field))
                .or(() -> Optional.ofNullable(
                        texts.getOrDefault(BASE_LANGUAGE, Map.of()).get(field)));
    }

    private JsonNode tree(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A catalogue item holds data nobody can read", e);
        }
    }

    /** Goes up with every edit, whichever node made it. */
    long edition() {
        return jdbc.sql("select edition from catalogue_edition where id = 1")
                .query(Long.class)
                .single();
    }

    void nextEdition() {
        jdbc.sql("update catalogue_edition set edition = edition + 1 where id = 1")
                .update();
    }
}
