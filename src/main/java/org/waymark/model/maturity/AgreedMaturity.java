package org.waymark.model.maturity;

import java.util.OptionalInt;
import org.springframework.stereotype.Service;

/** What later models may know of the maturity agreed: the level wanted in two years. */
@Service
public class AgreedMaturity {

    private final Agreements agreements;

    AgreedMaturity(Agreements agreements) {
        this.agreements = agreements;
    }

    public OptionalInt inTwoYears(String program) {
        return agreements
                .of(program, agreements.latest(program, Integer.MAX_VALUE))
                .map(agreed -> agreed.ambition().get("2"))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
