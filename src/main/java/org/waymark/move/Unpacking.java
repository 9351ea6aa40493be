package org.waymark.move;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Adoption;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Renames;
import org.waymark.process.Collision;
import org.waymark.process.Workflow;
import org.waymark.process.copy.EngineCopy;
import org.waymark.process.copy.TableRows;
import org.waymark.program.Codes;
import org.waymark.program.Programs;
import org.waymark.web.Refusal;

/** Makes a program out of a file, in one transaction: it stands where it stood, and its record goes on. */
@Service
class Unpacking {

    private static final Logger log = LoggerFactory.getLogger(Unpacking.class);

    private final JdbcClient jdbc;
    private final TableRows rows;
    private final EngineCopy engine;
    private final House house;
    private final Codes codes;
    private final Matching matching;
    private final Adoption adoption;
    private final Ledger ledger;
    private final Programs programs;
    private final Workflow workflow;

    Unpacking(
            JdbcClient jdbc,
            TableRows rows,
            EngineCopy engine,
            House house,
            Codes codes,
            Matching matching,
            Adoption adoption,
            Ledger ledger,
            Programs programs,
            Workflow workflow) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.engine = engine;
        this.house = house;
        this.codes = codes;
        this.matching = matching;
        this.adoption = adoption;
        this.ledger = ledger;
        this.programs = programs;
        this.workflow = workflow;
    }

    /** The lines of the decision record as they were written where the program comes from. */
    static List<Entry> record(Parcel parcel) {
        try {
            return parcel.rows("record.json").stream().map(Unpacking::line).toList();
        } catch (ClassCastException | NullPointerException | DateTimeException wrong) {
            throw Refusal.invalid("move.broken", "record.json").at("file");
        }
    }

    private static Entry line(Map<String, @Nullable Object> row) {
        return new Entry(
                ((Number) given(row, "sequence")).longValue(),
                OffsetDateTime.parse((String) given(row, "at")),
                (String) given(row, "program"),
                (String) given(row, "kind"),
                (String) row.get("person"),
                (String) row.get("onBehalfOf"),
                (String) given(row, "subject"),
                (String) given(row, "data"),
                (String) given(row, "previousHash"),
                (String) given(row, "hash"),
                (String) row.get("chainedAs"));
    }

    private static Object given(Map<String, @Nullable Object> row, String name) {
        return Objects.requireNonNull(row.get(name));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public String into(String typed, Parcel parcel, Map<String, String> chosen, String by) {
        Manifest manifest = parcel.manifest();
        String code = codes.free(typed);
        Map<String, String> people = matching.settle(parcel, chosen, by);
        Renaming renaming = new Renaming(manifest.code(), code, people);
        String part = "";
        try {
            adoption.adopt(code, record(parcel));
            for (Slice slice : Parts.TAKEN) {
                part = slice.table();
                write(slice, parcel, renaming);
            }
            part = "engine";
            Map<String, List<Map<String, @Nullable Object>>> standing = new LinkedHashMap<>();
            EngineCopy.tables().forEach(table -> standing.put(table, parcel.rows("engine/" + table + ".json")));
            engine.put(new EngineCopy.Taken(standing, manifest.diagrams()), renaming.ofTheEngine());
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw Refusal.conflict("move.twice", part).at("file");
        } catch (IllegalArgumentException | DataAccessException wrong) {
            if (Collision.in(wrong)) {
                throw wrong;
            }
            // without what the database says: it repeats what people wrote
            log.warn(
                    "{} of a program's file does not fit: {}",
                    part,
                    wrong instanceof DataAccessException ? wrong.getClass().getSimpleName() : wrong.getMessage());
            throw Refusal.invalid("move.broken", part).at("file");
        }
        house.told(code, manifest.entries());
        beginAgain(code, manifest);
        Map<String, Object> told = new LinkedHashMap<>(Renames.told(people));
        told.put("from", manifest.code());
        told.put("takenAt", manifest.takenAt());
        told.put("takenBy", manifest.takenBy());
        told.put("lines", manifest.entries());
        told.put("head", manifest.head());
        told.put("beginsAgain", manifest.sealedStage() == null ? "" : manifest.sealedStage());
        ledger.append(code, Renames.KIND, by, null, manifest.name(), told);
        return code;
    }

    private void write(Slice slice, Parcel parcel, Renaming renaming) {
        List<Map<String, @Nullable Object>> there = parcel.rows("tables/" + slice.table() + ".json");
        List<String> persons = house.persons(slice.table());
        String number = slice.number();
        if (number == null) {
            rows.write(
                    slice.table(),
                    there.stream().map(row -> renaming.row(slice, row, persons)).toList());
            return;
        }
        for (Map<String, @Nullable Object> row : there) {
            if (!(row.get(number) instanceof Number known)) {
                throw new IllegalArgumentException(slice.table());
            }
            long here = rows.writeNumbered(slice.table(), number, renaming.row(slice, row, persons));
            renaming.numbered(slice.table(), known.longValue(), here);
        }
    }

    /** Sealed answers stay where they were given, so whoever had given one is asked again. */
    private void beginAgain(String code, Manifest manifest) {
        for (String review : manifest.sealedReviews()) {
            String[] named = review.split("/");
            jdbc.sql(
                            "select instance from gate_sitting where program = :program and stage = :stage and number = :number")
                    .param("program", code)
                    .param("stage", named[0])
                    .param("number", Integer.valueOf(named[1]))
                    .query(String.class)
                    .optional()
                    .ifPresent(instance -> {
                        jdbc.sql("update gate_sitting set state = 'RETRACTED' where instance = :instance"
                                        + " and state = 'CONVENED'")
                                .param("instance", instance)
                                .update();
                        workflow.wake("gate.Retracted", instance);
                    });
        }
        String stage = manifest.sealedStage();
        if (stage != null) {
            programs.sentBack(code, stage, stage);
            workflow.restartAt(code, stage);
        }
    }
}
