package org.waymark.gate;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Renames;
import org.waymark.program.Programs;
import org.waymark.route.Route;
import org.waymark.route.RouteWords;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Who decides at a gate, put into names and words. */
@Component
class PanelPage {

    private static final int MOST = 200;
    private static final Set<String> CHANGES = Set.of(
            "PANEL_CHANGED",
            "SEAT_CLAIMED",
            "SEAT_RETURNED",
            "EXCEPTION_ASKED",
            "EXCEPTION_CONFIRMED",
            "EXCEPTION_DECLINED");

    private final Panels panels;
    private final Sittings sittings;
    private final Votes votes;
    private final Exemptions exemptions;
    private final SecondName secondName;
    private final Programs programs;
    private final Team team;
    private final People people;
    private final Ledger ledger;
    private final Renames renames;
    private final Wording words;
    private final RouteWords routes;

    PanelPage(
            Panels panels,
            Sittings sittings,
            Votes votes,
            Exemptions exemptions,
            SecondName secondName,
            Programs programs,
            Team team,
            People people,
            Ledger ledger,
            Renames renames,
            Wording words,
            RouteWords routes) {
        this.panels = panels;
        this.sittings = sittings;
        this.votes = votes;
        this.exemptions = exemptions;
        this.secondName = secondName;
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.ledger = ledger;
        this.renames = renames;
        this.words = words;
        this.routes = routes;
    }

    /** A place on the panel: who sits there, as what, and in whose place. */
    record Place(
            String name,
            String part,
            boolean veto,
            @Nullable String behalf,
            boolean excepted) {}

    /** Somebody who may not decide here, and what bars them. */
    record Barred(String person, String name, Exemption.Bar bar, boolean excepted) {}

    /** An exception as asked for, and what the reader may do about it. */
    record Asked(
            Exemption one,
            String name,
            String askedBy,
            String on,
            @Nullable String settledBy,
            boolean mayConfirm,
            boolean mayTakeBack) {}

    /** A change to the panel in the decision record. */
    record Change(String on, String kind, String name) {}

    Map<String, Object> model(String code, String stage, String reader) {
        ZoneId zone = ZoneId.of(people.get(reader).zone());
        int round = programs.stage(code, stage).round();
        Set<String> excepted = exemptions.holding(code, stage, round);
        Optional<Sitting> open =
                sittings.of(code, stage).stream().filter(Sitting::open).findFirst();
        Optional<Sitting> called = open.filter(sitting -> sitting.state() == Sitting.State.CONVENED);
        Route route = panels.route(code, stage);
        String submitter = open.map(Sitting::submittedBy).orElse(null);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("program", programs.get(code));
        model.put("stage", stage);
        model.put("called", called.isPresent());
        model.put(
                "places",
                called
                        .map(sitting -> votes.panel(sitting.id()))
                        .orElseGet(() -> planned(code, stage, route, submitter))
                        .stream()
                        .map(seat -> place(seat, excepted))
                        .toList());
        model.put("quorum", called.map(Sitting::quorum).orElse(route.quorum()));
        model.put("votesOpen", called.map(Sitting::votesOpen).orElse(route.votesOpen()));
        model.put("reason", called.map(Sitting::routeReason).orElse(route.reason()));
        model.put(
                "barred",
                panels.bars(code, stage, submitter).entrySet().stream()
                        .map(one -> new Barred(
                                one.getKey(),
                                people.nameOf(one.getKey()),
                                one.getValue(),
                                excepted.contains(one.getKey())))
                        .toList());
        model.put(
                "asked",
                exemptions.of(code, stage).stream()
                        .map(one -> asked(one, reader, zone))
                        .toList());
        model.put(
                "mayAsk",
                team.includes(code, reader)
                        && "RUNNING".equals(programs.get(code).state()));
        model.put("changes", changes(code, stage, zone));
        return model;
    }

    private List<Votes.Seat> planned(String code, String stage, Route route, @Nullable String submitter) {
        try {
            return panels.seats(code, stage, route, submitter);
        } catch (Refusal nobody) {
            return List.of();
        }
    }

    private Place place(Votes.Seat seat, Set<String> excepted) {
        return new Place(
                people.nameOf(seat.person()),
                source(seat.part()),
                seat.veto(),
                Optional.ofNullable(seat.onBehalfOf()).map(people::nameOf).orElse(null),
                excepted.contains(seat.person()));
    }

    private String source(String source) {
        return source.startsWith("@") ? words.text("gate.panel.named") : routes.source(source);
    }

    private Asked asked(Exemption one, String reader, ZoneId zone) {
        return new Asked(
                one,
                people.nameOf(one.person()),
                people.nameOf(one.askedBy()),
                words.day(one.askedAt(), zone),
                Optional.ofNullable(one.settledBy()).map(people::nameOf).orElse(null),
                secondName.mayConfirm(one, reader),
                one.state() == Exemption.State.ASKED && one.askedBy().equals(reader));
    }

    private List<Change> changes(String code, String stage, ZoneId zone) {
        Renames.Names names = renames.of(code);
        return ledger.latest(code, MOST).stream()
                .filter(entry -> CHANGES.contains(entry.kind()) && stage.equals(entry.subject()))
                .map((Entry entry) -> new Change(
                        words.day(entry.at(), zone),
                        words.textOr("portfolio.entry." + entry.kind(), entry.kind()),
                        entry.person() == null ? "" : people.nameOf(names.here(entry.sequence(), entry.person()))))
                .toList();
    }
}
