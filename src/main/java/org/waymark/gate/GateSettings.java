package org.waymark.gate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.route.SettingChanges;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** What an administrator may change about gates, for reviews to come. */
@Service
class GateSettings {

    private static final int MOST_WEIGHT = 10;

    private final JdbcClient db;
    private final Stages stages;
    private final SettingChanges changes;

    GateSettings(JdbcClient db, Stages stages, SettingChanges changes) {
        this.db = db;
        this.stages = stages;
        this.changes = changes;
    }

    /** A reason to choose from. */
    public record Reason(long id, String decision, String words) {}

    /** A question to gatekeepers; without a stage it is asked at every gate. */
    public record Scale(long id, @Nullable String stage, String words, String kind, int weight) {}

    /** What was typed about one criterion; an unticked box is not sent at all. */
    record Change(
            @Nullable String words,
            @Nullable String comparison,
            @Nullable String threshold,
            @Nullable Integer weight,
            @Nullable String kind,
            @Nullable String fromDepth,
            @Nullable String evidence,
            @Nullable Boolean active) {}

    List<Reason> reasons() {
        return db.sql("select id, decision, words from gate_reason order by decision, id")
                .query(Reason.class)
                .list();
    }

    List<String> reasonsFor(Decision decision) {
        return reasons().stream()
                .filter(reason -> reason.decision().equals(decision.name()))
                .map(Reason::words)
                .toList();
    }

    @Transactional
    public void addReason(@Nullable String decision, @Nullable String words, String by) {
        Decision known = oneOf(Decision.class, decision, "decision");
        db.sql("insert into gate_reason (decision, words) values (?, ?)")
                .params(known.name(), text(words, 200, "words"))
                .update();
        changes.keep(by, SettingChanges.Kind.REASON, known.name(), "words", null, text(words, 200, "words"));
    }

    @Transactional
    public void removeReason(long id, String by) {
        reasons().stream()
                .filter(one -> one.id() == id)
                .forEach(one ->
                        changes.keep(by, SettingChanges.Kind.REASON, one.decision(), "words", one.words(), null));
        db.sql("delete from gate_reason where id = ?").param(id).update();
    }

    /** The organisation's own words for the six decisions, where it has some. */
    Map<String, String> labels() {
        return db
                .sql("select decision, words from gate_label")
                .query((row, at) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An empty text gives the shipped words back. */
    @Transactional
    public void label(@Nullable String decision, @Nullable String words, String by) {
        Decision known = oneOf(Decision.class, decision, "decision");
        String said = words == null || words.isBlank() ? null : text(words, 60, "words");
        changes.keep(by, SettingChanges.Kind.LABEL, known.name(), "words", labels().get(known.name()), said);
        db.sql("delete from gate_label where decision = ?").param(known.name()).update();
        if (said != null) {
            db.sql("insert into gate_label (decision, words) values (?, ?)")
                    .params(known.name(), said)
                    .update();
        }
    }

    List<Scale> scales() {
        return db.sql("select id, stage, words, kind, weight from gate_scale where active = true order by id")
                .query(Scale.class)
                .list();
    }

    @Transactional
    public void addScale(
            @Nullable String stage,
            @Nullable String words,
            @Nullable String kind,
            @Nullable Integer weight,
            String by) {
        Scores.Kind known = oneOf(Scores.Kind.class, kind, "kind");
        db.sql("insert into gate_scale (stage, words, kind, weight, active) values (?, ?, ?, ?, true)")
                .param(stage == null || stage.isBlank() ? null : stage(stage))
                .param(text(words, 400, "words"))
                .param(known.name())
                .param(known == Scores.Kind.TEXT ? 0 : weight(weight))
                .update();
        changes.keep(by, SettingChanges.Kind.SCORE, text(words, 400, "words"), "active", null, true);
    }

    @Transactional
    public void removeScale(long id, String by) {
        scales().stream()
                .filter(one -> one.id() == id)
                .forEach(one -> changes.keep(by, SettingChanges.Kind.SCORE, one.words(), "active", true, false));
        db.sql("update gate_scale set active = false where id = ?").param(id).update();
    }

    @Transactional
    public void change(String id, Change change, String by) {
        Optional<Criterion> before = criterion(id);
        int changed = db.sql("""
                        update gate_criterion set words = ?, comparison = ?, threshold = ?, weight = ?, kind = ?,
                            from_depth = ?, evidence = ?, active = ? where id = ?
                        """)
                .param(change.words() == null || change.words().isBlank() ? null : text(change.words(), 400, "words"))
                .param(oneOf(Comparison.class, change.comparison(), "comparison")
                        .name())
                .param(threshold(change.threshold()))
                .param(weight(change.weight()))
                .param(oneOf(Binding.class, change.kind(), "kind").name())
                .param(depth(change.fromDepth()))
                .param(oneOf(Need.class, change.evidence() == null ? "OPTIONAL" : change.evidence(), "evidence")
                        .name())
                .param(Boolean.TRUE.equals(change.active()))
                .param(id)
                .update();
        if (changed == 0) {
            throw Refusal.missing("gate.criterion.unknown", id);
        }
        Map<String, @Nullable Object> old = before.map(GateSettings::fields).orElse(Map.of());
        criterion(id)
                .map(GateSettings::fields)
                .ifPresent(said -> said.forEach((field, value) ->
                        changes.keep(by, SettingChanges.Kind.CRITERION, id, field, old.get(field), value)));
    }

    private Optional<Criterion> criterion(String id) {
        return db.sql("select * from gate_criterion where id = ?")
                .param(id)
                .query(Criterion.class)
                .optional();
    }

    private static Map<String, @Nullable Object> fields(Criterion one) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("words", one.words());
        fields.put("comparison", one.comparison());
        fields.put("threshold", one.threshold());
        fields.put("weight", one.weight());
        fields.put("kind", one.kind());
        fields.put("fromDepth", one.fromDepth());
        fields.put("evidence", one.evidence());
        fields.put("active", one.active());
        return fields;
    }

    /** A criterion of one's own, on a figure that the stage states. */
    @Transactional
    public void add(@Nullable String stage, @Nullable String fact, List<String> known, Change change, String by) {
        if (fact == null || !known.contains(fact)) {
            throw Refusal.invalid("gate.settings.fact", String.valueOf(fact)).at("fact");
        }
        String words = text(change.words(), 400, "words");
        String gate = stage(stage);
        int place = 1
                + db.sql("select coalesce(max(place), 0) from gate_criterion where stage = ?")
                        .param(gate)
                        .query(Integer.class)
                        .single();
        String id = gate + "-own-" + place;
        db.sql("""
                        insert into gate_criterion (id, stage, place, fact, comparison, threshold, weight, kind, from_depth,
                            supplied_by, words, active) values (?, ?, ?, ?, 'AT_LEAST', 0, 1, 'ADVISORY', 'LITE', 'MANAGER', ?, true)
                        """).params(id, gate, place, fact, words).update();
        change(id, change, by);
    }

    private String stage(@Nullable String stage) {
        if (stage == null || !stages.exists(stage)) {
            throw Refusal.invalid("gate.stage.unknown", String.valueOf(stage)).at("stage");
        }
        return stage;
    }

    private static BigDecimal threshold(@Nullable String typed) {
        String plain = typed == null ? "" : typed.strip().replace(',', '.');
        if (!plain.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
            throw Refusal.invalid("gate.settings.threshold").at("threshold");
        }
        return new BigDecimal(plain);
    }

    private static int weight(@Nullable Integer weight) {
        if (weight == null || weight < 1 || weight > MOST_WEIGHT) {
            throw Refusal.invalid("gate.settings.weight", MOST_WEIGHT).at("weight");
        }
        return weight;
    }

    private static String depth(@Nullable String depth) {
        if (depth == null || !List.of("LITE", "STANDARD", "FULL").contains(depth)) {
            throw Refusal.invalid("gate.settings.choice", String.valueOf(depth)).at("fromDepth");
        }
        return depth;
    }

    private static String text(@Nullable String words, int longest, String field) {
        if (words == null || words.isBlank()) {
            throw Refusal.invalid("gate.settings.words").at(field);
        }
        if (words.strip().length() > longest) {
            throw Refusal.invalid("gate.text.long", longest, words.length()).at(field);
        }
        return words.strip();
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, @Nullable String name, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(String.valueOf(name).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("gate.settings.choice", String.valueOf(name))
                        .at(field));
    }
}
