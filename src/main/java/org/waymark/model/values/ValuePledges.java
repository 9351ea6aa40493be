package org.waymark.model.values;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.catalogue.Catalogue;
import org.waymark.stage.Pledge;
import org.waymark.stage.Pledges;
import org.waymark.web.Texts;

/** Whoever owns a value stands for its measure reaching the target on its day. */
@Component
class ValuePledges implements Pledges {

    private final ValueAgreements agreements;
    private final Catalogue catalogue;
    private final Texts texts;

    ValuePledges(ValueAgreements agreements, Catalogue catalogue, Texts texts) {
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public String stage() {
        return "values";
    }

    @Override
    public List<String> programs(String person) {
        return agreements.ownedBy(person);
    }

    @Override
    public List<Pledge> of(String program) {
        return agreements.newest(program).stream()
                .flatMap(agreement -> agreements.values(program, agreement.round()).stream())
                .filter(value -> value.owner() != null)
                .map(value -> new Pledge(
                        String.valueOf(value.owner()),
                        texts.of("values.pledge", catalogue.value(value.id()).name(), value.measure()),
                        value.dueOn()))
                .toList();
    }
}
