package org.waymark.model.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.catalogue.Component;
import org.waymark.company.Claim;
import org.waymark.company.Company;
import org.waymark.company.Difference;
import org.waymark.company.Standing;
import org.waymark.company.Truth;

/** The architecture as the company holds it: a decision per component, a component per kind of data. */
@org.springframework.stereotype.Component
class HeldDecisions {

    private static final String COMPONENT = "COMPONENT";
    private static final String MASTER = "MASTER";

    private final Company company;
    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    HeldDecisions(Company company) {
        this.company = company;
    }

    /** What other programs decided; what this program's first wave needs is asked again. */
    Map<String, Standing> standings(String program, Need need) {
        var needed = need.needed();
        Map<String, Standing> standings = new LinkedHashMap<>(company.standings(program, COMPONENT, needed::contains));
        standings.values().removeIf(standing -> standing.truth().program().equals(program));
        standings
                .keySet()
                .retainAll(need.components().stream().map(Component::id).toList());
        return standings;
    }

    /** A line to start from; the wave is each program's own. */
    DecideDraft.Item item(Truth truth, boolean needed) {
        return read(truth).inWave(needed ? 1 : null);
    }

    /** Claims what this program decided itself; what it took over and left alone stays the other program's. */
    void claim(String program, int round, Need need, List<ComponentDecision> decisions) {
        Map<String, Standing> standings = standings(program, need);
        List<Claim> components = new ArrayList<>();
        List<Claim> masters = new ArrayList<>();
        for (ComponentDecision one : decisions) {
            Standing standing = standings.get(one.component());
            DecideDraft.Item mine = DecideDraft.Item.of(one);
            if (standing != null && standing.settled() && mine.equals(item(standing.truth(), one.wave() != null))) {
                continue;
            }
            components.add(new Claim(one.component(), one.decision().name(), Map.of("line", write(mine))));
        }
        Map<String, Truth> known = company.truths(MASTER);
        Masters.of(decisions).components().forEach((domain, holders) -> {
            Truth truth = known.get(domain.name());
            boolean taken = truth != null
                    && truth.said().equals(holders.get(0))
                    && components.stream().noneMatch(claim -> claim.item().equals(truth.said()));
            if (holders.size() == 1 && !taken) {
                masters.add(new Claim(domain.name(), holders.get(0), Map.of()));
            }
        });
        company.claim(program, COMPONENT, round, components);
        company.claim(program, MASTER, round, masters);
    }

    /** One decision's words were put right after the gate, so they are what the company holds from now on. */
    void correct(String program, int round, ComponentDecision one) {
        Claim claim =
                new Claim(one.component(), one.decision().name(), Map.of("line", write(DecideDraft.Item.of(one))));
        company.correct(program, COMPONENT, round, claim);
    }

    void hold(String program, int round) {
        company.hold(program, COMPONENT, round);
        company.hold(program, MASTER, round);
    }

    /** Components this program treats otherwise than the company holds or another program is about to. */
    List<Difference> components(String program, List<ComponentDecision> decisions) {
        Map<String, String> mine = new LinkedHashMap<>();
        decisions.forEach(one -> mine.put(one.component(), one.decision().name()));
        return company.differences(program, COMPONENT, mine);
    }

    /** Kinds of data for which another program names another master. */
    List<Difference> masters(String program, List<ComponentDecision> decisions) {
        Map<String, String> mine = new LinkedHashMap<>();
        Masters.of(decisions).components().forEach((domain, holders) -> mine.put(domain.name(), holders.get(0)));
        return company.differences(program, MASTER, mine);
    }

    private String write(DecideDraft.Item item) {
        try {
            return json.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private DecideDraft.Item read(Truth truth) {
        try {
            return json.readValue(truth.detail("line"), DecideDraft.Item.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
