package org.waymark.route;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.stakeholder.Part;
import org.waymark.web.Refusal;

/** A panel of one's own as it was typed, to be set or to be given back with what was wrong. */
public record OwnRouteForm(
        @Nullable String stage,
        @Nullable String depth,
        @Nullable String investmentBand,
        @Nullable Integer quorum,
        @Nullable Boolean inSequence,
        @Nullable Boolean votesOpen,
        @Nullable String reason,
        List<String> source,
        List<String> how)
        implements Serializable {

    public OwnRouteForm {
        source = source == null ? List.of() : new ArrayList<>(source);
        how = how == null ? List.of() : new ArrayList<>(how);
    }

    /** Where most begin: the sponsor alone, blind, at the gate that is shown. */
    public static OwnRouteForm blank(String stage) {
        return new OwnRouteForm(
                stage,
                null,
                null,
                1,
                false,
                false,
                null,
                List.of(Part.SPONSOR.name()),
                List.of(OwnRoute.How.VOTE.name()));
    }

    /** How each one that was given a place sits there; the others are sent along with an empty choice. */
    public Map<String, String> hows() {
        Map<String, String> hows = new LinkedHashMap<>();
        for (int i = 0; i < source.size() && i < how.size(); i++) {
            if (!source.get(i).isBlank() && !how.get(i).isBlank()) {
                hows.put(source.get(i), how.get(i));
            }
        }
        return hows;
    }

    /** How many people were chosen by name. */
    public long named() {
        return hows().keySet().stream().filter(one -> one.startsWith("@")).count();
    }

    List<OwnRoute.Seat> seats() {
        return hows().entrySet().stream()
                .map(one -> new OwnRoute.Seat(one.getKey(), how(one.getValue())))
                .toList();
    }

    private static OwnRoute.How how(String said) {
        return Arrays.stream(OwnRoute.How.values())
                .filter(one -> one.name().equals(said))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("gate.settings.choice", said).at("how"));
    }
}
