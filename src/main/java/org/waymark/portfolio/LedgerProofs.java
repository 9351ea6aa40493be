package org.waymark.portfolio;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.ledger.Anchors;
import org.waymark.ledger.Ledger;

/** Proves chains twice: line by line, and against the daily anchors, which miss a line cut off the end. */
@Component
class LedgerProofs {

    private final Ledger ledger;
    private final Anchors anchors;

    LedgerProofs(Ledger ledger, Anchors anchors) {
        this.ledger = ledger;
        this.anchors = anchors;
    }

    /** The chains asked for, and the chain of anchors, which is the same for everybody. */
    record Proof(boolean whole, long entries, List<Ledger.Verification> programs, Anchors.Proof anchors) {}

    /** Proves these chains; with {@code lost} also tells of chains that are gone altogether. */
    Proof of(List<String> programs, boolean lost) {
        Anchors.Proof all = anchors.verify();
        List<String> known = ledger.programs();
        Anchors.Proof anchored = new Anchors.Proof(
                all.anchors(),
                all.whole(),
                all.brokenOn(),
                all.missed().stream()
                        .filter(missed ->
                                programs.contains(missed.program()) || (lost && !known.contains(missed.program())))
                        .toList());
        List<Ledger.Verification> proofs = programs.stream()
                .map(ledger::verify)
                .map(proof -> withAnchors(proof, anchored))
                .toList();
        return new Proof(
                anchored.whole()
                        && anchored.missed().isEmpty()
                        && proofs.stream().allMatch(Ledger.Verification::whole),
                proofs.stream().mapToLong(Ledger.Verification::entries).sum(),
                proofs,
                anchored);
    }

    /** A chain that is whole in itself, yet ends before a line which an anchor has seen. */
    private static Ledger.Verification withAnchors(Ledger.Verification proof, Anchors.Proof anchored) {
        return anchored.missed().stream()
                .filter(missed -> proof.whole() && missed.program().equals(proof.program()))
                .findFirst()
                .map(missed -> new Ledger.Verification(
                        proof.program(),
                        Math.min(proof.entries(), missed.sequence() - 1),
                        false,
                        Math.min(proof.entries() + 1, missed.sequence())))
                .orElse(proof);
    }
}
