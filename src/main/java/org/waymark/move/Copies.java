package org.waymark.move;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Renames;
import org.waymark.process.copy.EngineCopy;
import org.waymark.process.copy.TableRows;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Right;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Makes the one file with which a program is kept or taken to another installation. */
@Service
class Copies {

    private final Programs programs;
    private final Team team;
    private final People people;
    private final Ledger ledger;
    private final Renames renames;
    private final TableRows rows;
    private final EngineCopy engine;
    private final House house;
    private final Clock clock;

    Copies(
            Programs programs,
            Team team,
            People people,
            Ledger ledger,
            Renames renames,
            TableRows rows,
            EngineCopy engine,
            House house,
            Clock clock) {
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.ledger = ledger;
        this.renames = renames;
        this.rows = rows;
        this.engine = engine;
        this.house = house;
        this.clock = clock;
    }

    /** Whether this person may take the program along: somebody who sees it, with the right to move programs. */
    public boolean offered(String program, String person) {
        return people.get(person).role().may(Right.MOVE_PROGRAMS) && team.maySee(program, person);
    }

    /** The file, as the program stands at one moment; that it was taken is a line of its record here. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public byte[] of(String code, String me) {
        team.mustSee(code, me);
        if (!offered(code, me)) {
            throw Refusal.forbidden("move.not-yours");
        }
        ledger.enter(code);
        house.fits(code);
        Program program = programs.get(code);
        List<Entry> record = ledger.of(code);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> named = new TreeSet<>();
        for (Slice part : Parts.TAKEN) {
            List<Map<String, @Nullable Object>> some = rows.read(part.select(), Map.of("program", code, "me", me));
            List<String> persons = house.persons(part.table());
            some.forEach(row -> row.forEach((column, cell) -> {
                if (cell != null && persons.contains(column)) {
                    named.add(cell.toString());
                } else if (cell instanceof String text) {
                    NamedInside.in(part.table(), column, text, row, named);
                }
            }));
            keep("tables/" + part.table(), some, parts, counts);
        }
        EngineCopy.Taken standing = engine.take(code);
        standing.tables().forEach((table, some) -> {
            some.forEach(row -> EngineCopy.people().stream()
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .forEach(one -> named.add(one.toString())));
            keep("engine/" + table, some, parts, counts);
        });
        Renames.Names names = renames.of(code);
        record.forEach(line -> named.addAll(names.of(line)));
        keep("record", record.stream().map(Copies::line).toList(), parts, counts);
        Entry last = record.get(record.size() - 1);
        Sealed sealed = house.sealed(program);
        byte[] file = Parcel.pack(
                new Manifest(
                        Manifest.FORMAT,
                        Manifest.VERSION,
                        house.schema(),
                        code,
                        program.name(),
                        program.state(),
                        program.stage(),
                        OffsetDateTime.now(clock)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        people.nameOf(me),
                        last.sequence(),
                        last.hash(),
                        sealed.stage(),
                        sealed.reviews(),
                        house.calendar(),
                        standing.diagrams(),
                        named.stream()
                                .flatMap(id -> people.find(id).stream())
                                .map(one -> new Manifest.Someone(one.id(), one.name()))
                                .toList(),
                        parts.entrySet().stream()
                                .map(part -> Parcel.piece(
                                        part.getKey(), counts.getOrDefault(part.getKey(), 0), part.getValue()))
                                .toList()),
                parts);
        ledger.append(code, "EXPORTED", me, null, program.name(), Map.of("upTo", last.sequence(), "head", last.hash()));
        return file;
    }

    private static void keep(
            String name,
            List<Map<String, @Nullable Object>> some,
            Map<String, byte[]> parts,
            Map<String, Integer> counts) {
        if (!some.isEmpty()) {
            parts.put(name + ".json", Parcel.part(some));
            counts.put(name + ".json", some.size());
        }
    }

    private static Map<String, @Nullable Object> line(Entry entry) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("sequence", entry.sequence());
        line.put("at", entry.at().toInstant().toString());
        line.put("program", entry.program());
        line.put("kind", entry.kind());
        line.put("person", entry.person());
        line.put("onBehalfOf", entry.onBehalfOf());
        line.put("subject", entry.subject());
        line.put("data", entry.data());
        line.put("previousHash", entry.previousHash());
        line.put("hash", entry.hash());
        line.put("chainedAs", entry.chainedAs());
        return line;
    }
}
