package org.waymark.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Renames;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Right;
import org.waymark.stakeholder.Team;
import org.waymark.web.Dates;
import org.waymark.web.Refusal;

/** The decision record in plain words and in the reader's time, as far as the reader may see it. */
@Component
class LedgerReading {

    private final Ledger ledger;
    private final Team team;
    private final People people;
    private final Programs programs;
    private final Renames renames;
    private final MessageSource messages;
    private final ObjectMapper json = new ObjectMapper();

    LedgerReading(Ledger ledger, Team team, People people, Programs programs, Renames renames, MessageSource messages) {
        this.ledger = ledger;
        this.team = team;
        this.people = people;
        this.programs = programs;
        this.renames = renames;
        this.messages = messages;
    }

    record Chain(String program, String name, long entries, String when, String latest) {}

    record Line(
            long sequence,
            String when,
            String who,
            @Nullable String instead,
            String what,
            String about,
            @Nullable String reason,
            List<Detail> details,
            String hash) {}

    record Detail(String name, String text) {}

    /** The chains this person may read. */
    List<Ledger.Chain> readable(String reader) {
        List<Ledger.Chain> chains = ledger.chains();
        if (readsAll(reader)) {
            return chains;
        }
        Set<String> own = Set.copyOf(team.programsOf(reader));
        return chains.stream().filter(chain -> own.contains(chain.program())).toList();
    }

    boolean readsAll(String reader) {
        return people.get(reader).role().may(Right.READ_EVERY_RECORD);
    }

    /** Refuses, as if there were no such program, to show a chain to somebody it is not for. */
    void mustRead(String program, String reader) {
        if (readable(reader).stream().noneMatch(chain -> chain.program().equals(program))) {
            throw Refusal.missing("program.unknown", program);
        }
    }

    List<Chain> chains(String reader) {
        ZoneId zone = zone(reader);
        return readable(reader).stream()
                .map(chain -> new Chain(
                        chain.program(),
                        name(chain.program()),
                        chain.entries(),
                        when(chain.at(), zone),
                        chain.kind() == null ? "" : sentence(chain.person(), chain.kind())))
                .toList();
    }

    String name(String program) {
        return programs.find(program).map(Program::name).orElse(program);
    }

    List<Line> lines(List<Entry> entries, String reader) {
        ZoneId zone = zone(reader);
        Map<String, Renames.Names> names = new HashMap<>();
        return entries.stream()
                .map(entry -> line(entry, names.computeIfAbsent(entry.program(), renames::of), zone))
                .toList();
    }

    private Line line(Entry entry, Renames.Names names, ZoneId zone) {
        List<Detail> details = new ArrayList<>();
        JsonNode data = data(entry);
        data.fields()
                .forEachRemaining(field -> details.add(new Detail(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asText()
                                : field.getValue().toString())));
        long at = entry.sequence();
        String person = entry.person();
        String onBehalfOf = entry.onBehalfOf();
        return new Line(
                at,
                when(entry.at(), zone),
                who(person == null ? null : names.here(at, person)),
                onBehalfOf == null ? null : who(names.here(at, onBehalfOf)),
                what(entry.kind()),
                about(entry.subject(), names.here(at, entry.subject())) + decided(entry, data),
                data.hasNonNull("reason") ? data.path("reason").asText() : null,
                details,
                entry.hash());
    }

    /** Of a decision its word: an auditor looks for what was decided first. */
    private String decided(Entry entry, JsonNode data) {
        String decision = data.path("decision").asText("");
        return entry.kind().equals("DECIDED") && !decision.isEmpty()
                ? ": " + text("portfolio.decision." + decision, decision)
                : "";
    }

    JsonNode data(Entry entry) {
        try {
            return json.readTree(entry.data());
        } catch (JsonProcessingException e) {
            return json.createObjectNode().put("unreadable", entry.data());
        }
    }

    String what(String kind) {
        return text(
                "ledger.kind." + kind,
                kind.toLowerCase(LocaleContextHolder.getLocale()).replace('_', ' '));
    }

    private String sentence(@Nullable String person, String kind) {
        return who(person) + " " + what(kind);
    }

    private String who(@Nullable String person) {
        return person == null ? text("ledger.nobody", "") : people.nameOf(person);
    }

    /** What a line is about is stored as an id of a task, a stage or a person, or as words. */
    private String about(String subject, String here) {
        String known = text("ledger.task." + subject, text("stage." + subject, ""));
        return known.isEmpty() ? people.find(here).map(Person::name).orElse(subject) : known;
    }

    private String text(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }

    private ZoneId zone(String reader) {
        return ZoneId.of(people.get(reader).zone());
    }

    private static String when(@Nullable OffsetDateTime at, ZoneId zone) {
        return at == null ? "" : Dates.here().dateTime(at.atZoneSameInstant(zone));
    }
}
