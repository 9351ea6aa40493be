package org.waymark.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    void write(Kind kind, String id, String language, String field, String text) {
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

    private void insertText(Kind kind, String id, String language, String field, String text) {
        jdbc.sql("insert into catalogue_text (kind, id, language, field, text) values (?, ?, ?, ?, ?)")
                .params(kind.path(), id, language, field, text)
                .update();
    }

    void forgetTexts(Kind kind, String id) {
        jdbc.sql("delete from catalogue_text where kind = ? and id = ?")
                .params(kind.path(), id)
                .update();
    }

    private JsonNode tree(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A catalogue item holds data nobody can read", e);
        }
    }
}
