package org.waymark.route;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
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
import org.waymark.web.Refusal;

/** Panels of the organisation's own, for programs that talk to Waymark: who keeps the rules sets them. */
@RestController
@RequestMapping("/api/gates/routes")
class OwnRouteApi {

    private final OwnRoutes routes;

    OwnRouteApi(OwnRoutes routes) {
        this.routes = routes;
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
                            .map(seat -> Objects.requireNonNullElse(seat.source(), ""))
                            .toList(),
                    seats.stream()
                            .map(seat -> Objects.requireNonNullElse(seat.how(), OwnRoute.How.VOTE.name()))
                            .toList());
        }
    }

    @GetMapping
    List<OwnRoute> all() {
        return routes.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OwnRoute set(@RequestBody Wanted wanted, Principal by) {
        return routes.add(wanted.form(), by.getName());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Principal by) {
        if (!routes.remove(id, by.getName())) {
            throw Refusal.missing("gate.settings.route.unknown");
        }
    }
}
