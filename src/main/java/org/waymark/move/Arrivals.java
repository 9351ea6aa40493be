package org.waymark.move;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Adoption;
import org.waymark.process.copy.EngineCopy;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Right;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Files of programs that somebody brought: looked at first, then taken in, or gone after a day. */
@Service
class Arrivals {

    private static final int KEPT_DAYS = 1;
    private static final int LONGEST_NAME = 200;

    /** What the page counts, by the table that holds it. */
    private static final Map<String, String> COUNTED = counted();

    private final JdbcClient jdbc;
    private final People people;
    private final Programs programs;
    private final House house;
    private final EngineCopy engine;
    private final Adoption adoption;
    private final Matching matching;
    private final Unpacking unpacking;
    private final Texts texts;
    private final Clock clock;

    Arrivals(
            JdbcClient jdbc,
            People people,
            Programs programs,
            House house,
            EngineCopy engine,
            Adoption adoption,
            Matching matching,
            Unpacking unpacking,
            Texts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.programs = programs;
        this.house = house;
        this.engine = engine;
        this.adoption = adoption;
        this.matching = matching;
        this.unpacking = unpacking;
        this.texts = texts;
        this.clock = clock;
    }

    /** Refuses whoever may not move programs. */
    void mustMove(String person) {
        if (!people.get(person).role().may(Right.MOVE_PROGRAMS)) {
            throw Refusal.forbidden("move.not-yours");
        }
    }

    /** Keeps a file that can be taken in here, and answers how it is asked for again. */
    @Transactional
    public String bring(byte[] file, String name, String by) {
        mustMove(by);
        fits(Parcel.open(file));
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into move_arrival (id, person, arrived_at, name, content)
                        values (:id, :person, :now, :name, :content)
                        """)
                .param("id", id)
                .param("person", by)
                .param("now", now())
                .param("name", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .param("content", file)
                .update();
        return id;
    }

    @Scheduled(cron = "0 35 * * * *")
    void forgetOld() {
        jdbc.sql("delete from move_arrival where arrived_at < :before")
                .param("before", before())
                .update();
    }

    private void fits(Parcel parcel) {
        Manifest manifest = parcel.manifest();
        String schema = house.schema();
        if (!schema.equals(manifest.schema())) {
            throw Refusal.invalid("move.release", manifest.schema(), schema).at("file");
        }
        long broken = adoption.brokenAt(Unpacking.record(parcel), manifest.head());
        if (broken > 0) {
            throw Refusal.invalid("move.record", broken).at("file");
        }
        List<String> unknown = List.copyOf(engine.unknown(manifest.diagrams()));
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("move.diagrams", String.join(", ", unknown)).at("file");
        }
    }

    /** What a kept file would make. */
    @Transactional(readOnly = true)
    public Looked look(String id, String by) {
        Parcel parcel = opened(id, by, "");
        Manifest manifest = parcel.manifest();
        List<Looked.Made> makes = new ArrayList<>();
        COUNTED.forEach((table, kind) -> {
            int count = table.equals("record") ? (int) manifest.entries() : manifest.rows(table);
            if (count > 0) {
                makes.add(new Looked.Made(kind, count));
            }
        });
        return new Looked(
                id,
                manifest.code(),
                manifest.name(),
                manifest.state(),
                manifest.stage(),
                manifest.takenAt(),
                manifest.takenBy(),
                programs.find(manifest.code()).isPresent(),
                makes,
                matching.of(parcel),
                notes(manifest));
    }

    private List<String> notes(Manifest manifest) {
        List<String> notes = new ArrayList<>();
        String sealed = manifest.sealedStage();
        if (sealed != null) {
            notes.add(texts.of("move.note.round", texts.of("stage." + sealed)));
        }
        for (String review : manifest.sealedReviews()) {
            notes.add(texts.of("move.note.review", texts.of("stage." + review.replaceAll("/.*", ""))));
        }
        notes.add(texts.of("move.note.sealed"));
        if (manifest.running()) {
            notes.add(texts.of("move.note.rules"));
        }
        if (manifest.running() && !house.calendar().equals(manifest.calendar())) {
            notes.add(texts.of("move.note.calendar"));
        }
        return notes;
    }

    /** Makes the program under this code, whole or not at all, and answers the code. */
    @Transactional
    public String take(String id, String code, Map<String, String> chosen, String by) {
        // a second click waits here, and then finds nothing to take
        Parcel parcel = opened(id, by, " for update");
        fits(parcel);
        String made = unpacking.into(code, parcel, chosen, by);
        jdbc.sql("delete from move_arrival where id = :id").param("id", id).update();
        return made;
    }

    private Parcel opened(String id, String by, String lock) {
        mustMove(by);
        byte[] file = jdbc.sql("select content from move_arrival where id = :id and person = :person"
                        + " and arrived_at >= :before" + lock)
                .param("id", id)
                .param("person", by)
                .param("before", before())
                .query((rows, number) -> rows.getBytes(1))
                .optional()
                .orElseThrow(() -> Refusal.missing("move.gone"));
        return Parcel.open(file);
    }

    private OffsetDateTime before() {
        return now().minusDays(KEPT_DAYS);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, String> counted() {
        Map<String, String> counted = new LinkedHashMap<>();
        counted.put("team_member", "parts");
        counted.put("act_ru_task", "tasks");
        counted.put("gate_sitting", "reviews");
        counted.put("gate_condition", "conditions");
        counted.put("evidence_file", "files");
        counted.put("roi_line", "lines");
        counted.put("engagement_concern", "concerns");
        counted.put("engagement_quick_win", "wins");
        counted.put("comment_said", "comments");
        counted.put("record", "record");
        return counted;
    }
}
