package org.waymark.model.values;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.web.Texts;

/** The agreed values, where every chain begins. */
@Component
class ValueChain implements Chain {

    private final ValueAgreements agreements;
    private final Catalogue catalogue;
    private final Texts texts;

    ValueChain(ValueAgreements agreements, Catalogue catalogue, Texts texts) {
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "values";
    }

    @Override
    public List<Element> of(String program) {
        return agreements.newest(program).stream()
                .flatMap(agreement -> agreements.values(program, agreement.round()).stream())
                .map(this::element)
                .toList();
    }

    private Element element(ValueAgreements.Agreed value) {
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("weight", plain(value.weight()));
        more.put("unit", value.unit());
        more.put("better", value.better());
        more.put("baseline", plain(value.baseline()));
        more.put("due", value.dueOn());
        more.put("owner", value.owner());
        return new Element(
                        Element.Kind.VALUE,
                        value.id(),
                        catalogue.value(value.id()).name(),
                        value.measure() + " " + value.target(),
                        texts.of("values.chain.standing", value.weight()),
                        List.of())
                .with(more);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
