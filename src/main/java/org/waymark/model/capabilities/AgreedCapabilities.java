package org.waymark.model.capabilities;

import java.util.List;
import org.springframework.stereotype.Component;

/** The capabilities a program has agreed on, for the stages that build on them. */
@Component
public class AgreedCapabilities {

    private final CapabilityAgreements agreements;

    AgreedCapabilities(CapabilityAgreements agreements) {
        this.agreements = agreements;
    }

    /** An agreed capability: how much of it is needed and how much there is, both from 0 to 3. */
    public record Agreed(String id, int need, int have) {}

    /** As last agreed, in whichever round; empty before the first agreement. */
    public List<Agreed> of(String program) {
        return agreements
                .newest(program)
                .map(round -> agreements.capabilities(program, round).stream()
                        .map(one -> new Agreed(one.id(), one.need(), one.have()))
                        .toList())
                .orElse(List.of());
    }
}
