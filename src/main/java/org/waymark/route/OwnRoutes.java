package org.waymark.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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
    private static final int MOST_SEATS = 50;
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

    public List<OwnRoute> all() {
        return db.sql("""
                        select id, stage, depth, investment_band, panel, quorum, in_sequence, votes_open, reason
                        from gate_route order by id
                        """).query(OwnRoute.class).list();
    }

    /** The most exact one; of two that are equally exact the newer. */
    public Optional<OwnRoute> covering(String stage, String depth, String investmentBand) {
        return all().stream()
                .filter(one -> one.covers(stage, depth, investmentBand))
                .max(Comparator.comparingInt(OwnRoute::exactness).thenComparingLong(OwnRoute::id));
    }

    /** Sets a panel for the reviews that are called from now on. */
    @Transactional
    public OwnRoute add(OwnRouteForm typed, String by) {
        OwnRoute wanted = checked(typed);
        var key = new GeneratedKeyHolder();
        db.sql("""
                        insert into gate_route (stage, depth, investment_band, panel, quorum, in_sequence, votes_open, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(wanted.stage())
                .param(wanted.depth())
                .param(wanted.investmentBand())
                .param(wanted.panel())
                .param(wanted.quorum())
                .param(wanted.inSequence())
                .param(wanted.votesOpen())
                .param(wanted.reason())
                .update(key, "id");
        log(wanted, true, by);
        return wanted.numbered(Objects.requireNonNull(key.getKey()).longValue());
    }

    private OwnRoute checked(OwnRouteForm typed) {
        String stage = oneOf(typed.stage(), stages.ids(), "stage");
        String depth = oneOf(typed.depth(), DEPTHS, "depth");
        String band = oneOf(typed.investmentBand(), BANDS, "investmentBand");
        List<OwnRoute.Seat> seats = typed.seats();
        if (seats.isEmpty() || seats.size() > MOST_SEATS) {
            throw Refusal.invalid("gate.settings.route.empty", MOST_SEATS).at("source");
        }
        seats.forEach(this::refuseUnlessKnown);
        Integer quorum = typed.quorum();
        if (quorum == null || quorum < 1 || quorum > MOST_SEATS) {
            throw Refusal.invalid("gate.settings.route.votes", MOST_SEATS).at("quorum");
        }
        String reason = typed.reason() == null ? "" : typed.reason().strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("gate.settings.route.why").at("reason");
        }
        if (reason.length() > LONGEST) {
            throw Refusal.invalid("gate.text.long", LONGEST, reason.length()).at("reason");
        }
        return new OwnRoute(
                0,
                stage,
                depth,
                band,
                OwnRoute.panel(seats),
                quorum,
                Boolean.TRUE.equals(typed.inSequence()),
                Boolean.TRUE.equals(typed.votesOpen()),
                reason);
    }

    /** Takes it out, if it is there; reviews that were called with it keep their panel. */
    @Transactional
    public boolean remove(long id, String by) {
        Optional<OwnRoute> found = all().stream().filter(one -> one.id() == id).findFirst();
        found.ifPresent(one -> {
            db.sql("delete from gate_route where id = ?").param(id).update();
            log(one, false, by);
        });
        return found.isPresent();
    }

    /** Every field of a panel that is set has no side before, every field of one that is taken out none after. */
    private void log(OwnRoute one, boolean set, String by) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("panel", one.panel());
        fields.put("quorum", one.quorum());
        fields.put("inSequence", one.inSequence());
        fields.put("votesOpen", one.votesOpen());
        fields.put("reason", one.reason());
        fields.forEach((field, said) -> changes.keep(
                by, SettingChanges.Kind.ROUTE, one.subject(), field, set ? null : said, set ? said : null));
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
