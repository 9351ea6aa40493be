package org.waymark.route;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.security.People;
import org.waymark.security.Role;
import org.waymark.web.Refusal;

/** Panels of the organisation's own, for programs that talk to Waymark: administrators set them, auditors read them. */
@RestController
@RequestMapping("/api/gates/routes")
class OwnRouteApi {

    private final OwnRoutes routes;
    private final People people;

    OwnRouteApi(OwnRoutes routes, People people) {
        this.routes = routes;
        this.people = people;
    }

    /** Somebody on the panel: {@code FINANCE}, {@code @ada} or {@code #LEADERSHIP}, and what the seat weighs. */
    record Seat(@Nullable String source, @Nullable String how) {}

    /** A panel to be set; a field left out means every gate, every depth or any investment. */
    record Wanted(
            @Nullable String stage,
            @Nullable String depth,
            @Nullable String investmentBand,
            @Nullable List<Seat> panel,
            @Nullable Integer quorum,
            @Nullable Boolean inSequence,
            @Nullable Boolean votesOpen,
            @Nullable String reason) {

        OwnRouteForm form() {
            List<Seat> seats = panel == null ? List.of() : panel;
            return new OwnRouteForm(
                    stage,
                    depth,
                    investmentBand,
                    quorum,
                    inSequence,
                    votesOpen,
                    reason,
                    seats.stream()
                            .map(seat -> seat.source() == null ? "" : seat.source())
                            .toList(),
                    seats.stream()
                            .map(seat -> seat.how() == null ? OwnRoute.How.VOTE.name() : seat.how())
                            .toList());
        }
    }

    @GetMapping
    List<OwnRoute> all(Principal reader) {
        Role role = people.get(reader.getName()).role();
        if (role != Role.ADMINISTRATOR && role != Role.AUDITOR) {
            throw Refusal.forbidden("gate.changes.readers");
        }
        return routes.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OwnRoute set(@RequestBody Wanted wanted, Principal by) {
        refuseUnlessAdministrator(by);
        return routes.add(wanted.form(), by.getName());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Principal by) {
        refuseUnlessAdministrator(by);
        if (!routes.remove(id, by.getName())) {
            throw Refusal.missing("gate.settings.route.unknown");
        }
    }

    private void refuseUnlessAdministrator(Principal by) {
        if (people.get(by.getName()).role() != Role.ADMINISTRATOR) {
            throw Refusal.forbidden("gate.settings.route.administrator");
        }
    }
}
