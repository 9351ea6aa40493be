package org.waymark.model.architecture;

import java.util.List;
import org.springframework.stereotype.Service;
import org.waymark.catalogue.Catalogue;
import org.waymark.catalogue.Component;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.web.Texts;

/** The decided components and the capabilities that run on each of them. */
@Service
class ComponentChain implements Chain {

    private final ArchitectureStore store;
    private final Catalogue catalogue;
    private final Texts texts;

    ComponentChain(ArchitectureStore store, Catalogue catalogue, Texts texts) {
        this.store = store;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "architecture";
    }

    @Override
    public List<Element> of(String program) {
        return store.decisions(program).stream().map(this::element).toList();
    }

    private Element element(ComponentDecision decision) {
        Component component = catalogue.component(decision.component());
        return new Element(
                Element.Kind.COMPONENT,
                component.id(),
                component.name(),
                decision.decision().name(),
                texts.of("architecture.decision." + decision.decision()),
                component.capabilities());
    }
}
