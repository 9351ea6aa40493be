package org.waymark.model.capabilities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.web.Texts;

/** The agreed capabilities and the values each of them serves. */
@Component
class CapabilityChain implements Chain {

    private final CapabilityAgreements agreements;
    private final Catalogue catalogue;
    private final Texts texts;

    CapabilityChain(CapabilityAgreements agreements, Catalogue catalogue, Texts texts) {
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "capabilities";
    }

    @Override
    public List<Element> of(String program) {
        return agreements.newest(program).stream()
                .flatMap(round -> agreements.capabilities(program, round).stream())
                .map(this::element)
                .toList();
    }

    private Element element(CapabilityAgreements.Agreed agreed) {
        Capability capability = catalogue.capability(agreed.id());
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("owner", agreed.owner());
        more.put("reason", agreed.reason());
        return new Element(
                        Element.Kind.CAPABILITY,
                        agreed.id(),
                        capability.name(),
                        agreed.need() + " " + agreed.have(),
                        texts.of("capabilities.chain.standing", agreed.need(), agreed.have()),
                        capability.serves())
                .with(more);
    }
}
