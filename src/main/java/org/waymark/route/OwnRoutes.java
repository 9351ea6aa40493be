package org.waymark.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Who decides where, as far as the organisation wants it otherwise than the shipped table; every change is logged. */
@Service
public class OwnRoutes {

    public static final List<String> DEPTHS = List.of("LITE", "STANDARD", "FULL");
    public static final List<String> BANDS = List.of("UNDER_100K", "UNDER_1M", "UNDER_10M", "OVER_10M");
    private static final int MOST_VOTES = 20;
    private static final int MOST_SEATS = 12;
    private static final int LONGEST = 400;

    private final JdbcClient db;
    private final Stages stages;
    private final People people;
    private final SettingChanges changes;

    OwnRoutes(JdbcClient db, Stages stages, People people, SettingChanges changes) {
        this.db = db;
        this.stages = stages;
        this.people = people;
        this.changes = changes;
    }

    /** What was typed; a field left empty means every gate, every depth or any investment. */
    public record Typed(
            @Nullable String stage,
            @Nullable String depth,
            @Nullable String investmentBand,
            @Nullable Integer quorum,
            @Nullable Boolean inSequence,
            @Nullable String reason) {}

    public List<OwnRoute> all() {
        return db.sql("""
                        select id, stage, depth, investment_band, panel, quorum, in_sequence, reason from gate_route order by id
                        """).query(OwnRoute.class).list();
    }

    /** The most exact one; of two that are equally exact the newer. */
    public Optional<OwnRoute> covering(String stage, String depth, String investmentBand) {
        return all().stream()
                .filter(one -> one.covers(stage, depth, investmentBand))
                .max(Comparator.comparingInt(OwnRoute::exactness).thenComparingLong(OwnRoute::id));
    }

    @Transactional
    public void add(Typed typed, List<OwnRoute.Seat> seats, String by) {
        String stage = oneOf(typed.stage(), stages.ids(), "stage");
        String depth = oneOf(typed.depth(), DEPTHS, "depth");
        String band = oneOf(typed.investmentBand(), BANDS, "investmentBand");
        if (seats.isEmpty() || seats.size() > MOST_SEATS) {
            throw Refusal.invalid("gate.settings.route.empty", MOST_SEATS).at("source");
        }
        seats.forEach(this::refuseUnlessKnown);
        Integer quorum = typed.quorum();
        if (quorum == null || quorum < 1 || quorum > MOST_VOTES) {
            throw Refusal.invalid("gate.settings.route.votes", MOST_VOTES).at("quorum");
        }
        String reason = typed.reason() == null ? "" : typed.reason().strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("gate.settings.route.why").at("reason");
        }
        if (reason.length() > LONGEST) {
            throw Refusal.invalid("gate.text.long", LONGEST, reason.length()).at("reason");
        }
        boolean inSequence = Boolean.TRUE.equals(typed.inSequence());
        OwnRoute made = new OwnRoute(0, stage, depth, band, OwnRoute.panel(seats), quorum, inSequence, reason);
        db.sql("""
                        insert into gate_route (stage, depth, investment_band, panel, quorum, in_sequence, reason)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(stage)
                .param(depth)
                .param(band)
                .param(made.panel())
                .param(quorum)
                .param(inSequence)
                .param(reason)
                .update();
        log(null, made, by);
    }

    /** Takes it out; reviews that were called with it keep their panel. */
    @Transactional
    public void remove(long id, String by) {
        all().stream().filter(one -> one.id() == id).forEach(one -> {
            db.sql("delete from gate_route where id = ?").param(id).update();
            log(one, null, by);
        });
    }

    private void log(@Nullable OwnRoute was, @Nullable OwnRoute said, String by) {
        OwnRoute known = was == null ? said : was;
        if (known == null) {
            return;
        }
        String subject = known.subject();
        SettingChanges.Kind kind = SettingChanges.Kind.ROUTE;
        changes.keep(by, kind, subject, "panel", was == null ? null : was.panel(), said == null ? null : said.panel());
        changes.keep(
                by, kind, subject, "quorum", was == null ? null : was.quorum(), said == null ? null : said.quorum());
        changes.keep(
                by,
                kind,
                subject,
                "inSequence",
                was == null ? null : was.inSequence(),
                said == null ? null : said.inSequence());
        changes.keep(
                by, kind, subject, "reason", was == null ? null : was.reason(), said == null ? null : said.reason());
    }

    /** Whoever runs a program never decides on it, so a manager is no seat either. */
    private void refuseUnlessKnown(OwnRoute.Seat seat) {
        String source = seat.source();
        boolean known = switch (source.isEmpty() ? ' ' : source.charAt(0)) {
            case '@' -> people.find(source.substring(1)).filter(Person::active).isPresent();
            case '#' -> Team.GROUPS.contains(source.substring(1));
            default -> Route.isPart(source) && !Part.MANAGER.name().equals(source);
        };
        if (!known) {
            throw Refusal.invalid("gate.settings.route.seat", source).at("source");
        }
    }

    private static @Nullable String oneOf(@Nullable String typed, Iterable<String> known, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        for (String one : known) {
            if (one.equals(typed)) {
                return one;
            }
        }
        throw Refusal.invalid("gate.settings.choice", typed).at(field);
    }

    /** Everything that can be given a seat apart from people by name. */
    public static List<String> sources() {
        Set<String> never = Set.of(Part.MANAGER.name(), Part.RATER.name(), Part.FACILITATOR.name());
        List<String> sources = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!never.contains(part.name())) {
                sources.add(part.name());
            }
        }
        Team.GROUPS.forEach(group -> sources.add("#" + group));
        return sources;
    }
}
