package org.waymark.model.maturity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Capability;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Dimension;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.web.Texts;

/** The dimensions with an agreed level and the capabilities that move each of them (dcfts.md 3.2). */
@Component
class DimensionChain implements Chain {

    private final Agreements agreements;
    private final Catalogue catalogue;
    private final Texts texts;

    DimensionChain(Agreements agreements, Catalogue catalogue, Texts texts) {
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "maturity";
    }

    @Override
    public List<Element> of(String program) {
        Agreement agreed = agreements
                .of(program, agreements.latest(program, Integer.MAX_VALUE))
                .orElseGet(Agreement::blank);
        return catalogue.dimensions().stream()
                .filter(dimension -> agreed.level(dimension.id()).level() != null)
                .map(dimension -> element(dimension, agreed))
                .toList();
    }

    private Element element(Dimension dimension, Agreement agreed) {
        String level = String.valueOf(agreed.level(dimension.id()).level());
        return new Element(
                Element.Kind.DIMENSION,
                dimension.id(),
                dimension.name(),
                level,
                texts.of("maturity.chain.standing", level),
                catalogue.capabilities().stream()
                        .filter(capability -> dimension.id().equals(capability.moves()))
                        .map(Capability::id)
                        .toList());
    }
}
