package org.waymark.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.catalogue.Catalogue;
import org.waymark.evidence.EvidenceFile;
import org.waymark.process.Rows;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.Stages;
import org.waymark.web.Sha256;

/** What a review was decided on: frozen when it is called, each piece with its fingerprint. */
@Repository
class Evidence {

    private static final String RECORD = "record";
    private static final String FACTS = "facts";

    private final JdbcClient db;
    private final Stages stages;
    private final Catalogue catalogue;
    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Evidence(JdbcClient db, Stages stages, Catalogue catalogue) {
        this.db = db;
        this.stages = stages;
        this.catalogue = catalogue;
    }

    /** Where the files of a review are kept. */
    static String place(long sitting) {
        return "sitting/" + sitting;
    }

    /** A file stands among the evidence by its name, its version and its own fingerprint. */
    void file(long sitting, EvidenceFile file, @Nullable String criterion) {
        db.sql("""
                        insert into gate_evidence (sitting, name, kind, sha256, content, added_by, added_at, criterion)
                        values (?, ?, 'FILE', ?, ?, ?, ?, ?)
                        """)
                .param(sitting)
                .param(file.version() == 1 ? file.name() : file.name() + " (" + file.version() + ")")
                .param(file.sha256())
                .param(String.valueOf(file.id()))
                .param(file.addedBy())
                .param(file.addedAt())
                .param(criterion)
                .update();
    }

    /** Whether a file lies beside this review, brought for it or for an earlier one of the same run. */
    boolean has(long sitting, long file) {
        return of(sitting).stream().anyMatch(piece -> Long.valueOf(file).equals(piece.file()));
    }

    /** One piece of evidence, without its content; a file with its number. */
    public record Piece(
            @Nullable Long file,
            String name,
            String kind,
            String sha256,
            @Nullable String addedBy,
            OffsetDateTime addedAt,
            @Nullable String criterion) {}

    List<Piece> of(long sitting) {
        return db.sql("""
                        select case when kind = 'FILE' then cast(cast(content as varchar(30)) as bigint) end as file,
                            name, kind, sha256, added_by, added_at, criterion from gate_evidence where sitting = ? order by id
                        """).param(sitting).query(Piece.class).list();
    }

    /** The fingerprints by name, for the decision record. */
    Map<String, String> hashes(long sitting) {
        return of(sitting).stream()
                .collect(Collectors.toMap(Piece::name, Piece::sha256, (a, b) -> b, LinkedHashMap::new));
    }

    /** Freezes the agreed record and the facts; a note somebody added before stays beside them. */
    void freeze(Sitting sitting, OffsetDateTime at) {
        db.sql("delete from gate_evidence where sitting = ? and kind = 'FROZEN'")
                .param(sitting.id())
                .update();
        var model = stages.of(sitting.stage());
        Map<String, String> frozen = new LinkedHashMap<>();
        frozen.put(RECORD, write(model.record(sitting.program())));
        frozen.put(FACTS, write(model.facts(sitting.program())));
        String language = LocaleContextHolder.getLocale().getLanguage();
        long wording = catalogue.wording();
        Rows.insert(
                db,
                "gate_evidence (sitting, name, kind, sha256, content, added_by, added_at, language, wording)",
                List.copyOf(frozen.entrySet()),
                one -> Arrays.asList(
                        sitting.id(),
                        one.getKey(),
                        "FROZEN",
                        Sha256.hex(one.getValue()),
                        one.getValue(),
                        null,
                        at,
                        language,
                        wording));
    }

    String add(
            long sitting,
            String name,
            String kind,
            String content,
            @Nullable String by,
            OffsetDateTime at,
            @Nullable String criterion) {
        String hash = Sha256.hex(content);
        db.sql("""
                        insert into gate_evidence (sitting, name, kind, sha256, content, added_by, added_at, criterion)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(sitting)
                .param(name)
                .param(kind)
                .param(hash)
                .param(content)
                .param(by)
                .param(at)
                .param(criterion)
                .update();
        return hash;
    }

    Optional<Document> document(long sitting) {
        return content(sitting, RECORD).map(text -> read(text, new TypeReference<Document>() {}));
    }

    /** The language a frozen record was drawn in and the wording of the catalogue it used; older ones English, as shipped. */
    record Drawn(Locale language, long wording) {}

    Drawn drawn(long sitting) {
        return db.sql("""
                        select coalesce(language, 'en'), coalesce(wording, 0) from gate_evidence
                        where sitting = ? and name = ? and kind = 'FROZEN'
                        """)
                .params(sitting, RECORD)
                .query((row, number) -> new Drawn(Locale.forLanguageTag(row.getString(1)), row.getLong(2)))
                .optional()
                .orElseGet(() -> new Drawn(Locale.ENGLISH, 0));
    }

    List<Fact> facts(long sitting) {
        return content(sitting, FACTS)
                .map(text -> read(text, new TypeReference<List<Fact>>() {}))
                .orElse(List.of());
    }

    private Optional<String> content(long sitting, String name) {
        return db.sql("select content from gate_evidence where sitting = ? and name = ? and kind = 'FROZEN'")
                .params(sitting, name)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The evidence cannot be written", e);
        }
    }

    private <T> T read(String content, TypeReference<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The evidence cannot be read", e);
        }
    }
}
