package org.waymark.ledger;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the record of a program that was kept elsewhere, line by line as it was written, and goes on after it. */
@Service
public class Adoption {

    private final Ledger ledger;

    Adoption(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The first line that is not as it was written, or 0 when the chain is whole up to this head. */
    public long brokenAt(List<Entry> lines, String head) {
        return Ledger.brokenAt(lines, head);
    }

    /**
     * Makes these lines the record of a program that has none yet. Their hashes stay, so each is proved under the code
     * it was chained under; what is added from now on is chained to the last of them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(String program, List<Entry> lines) {
        ledger.adopt(program, lines.stream().map(line -> line.under(program)).toList());
    }
}
