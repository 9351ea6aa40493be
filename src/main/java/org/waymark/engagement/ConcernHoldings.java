package org.waymark.engagement;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.stakeholder.Holding;
import org.waymark.stakeholder.Holdings;

/** Concerns that somebody still has to answer; whoever takes one over answers by the same day. */
@Component
class ConcernHoldings implements Holdings {

    private final Concerns concerns;

    ConcernHoldings(Concerns concerns) {
        this.concerns = concerns;
    }

    @Override
    public List<Holding> of(String program, String person) {
        return concerns.of(program).stream()
                .filter(one -> one.isOpen() && one.owner().equals(person))
                .map(one -> new Holding(program, Holding.Kind.CONCERN, String.valueOf(one.id()), one.words(), false))
                .toList();
    }

    @Override
    public void give(Holding held, String from, String to, String by) {
        concerns.give(held.program(), Long.parseLong(held.id()), to, by);
    }
}
