package org.waymark.company;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;

/**
 * Holds what is true of the company for every program. A model claims what its program agreed; when the gate says go
 * the claims are held; the newest held claim of an item is the truth. Nothing is overwritten: older claims stay.
 */
@Service
public class Company {

    private final Claims claims;
    private final Ledger ledger;
    private final Clock clock;
    private final int trustedDays;

    Company(Claims claims, Ledger ledger, Clock clock, @Value("${waymark.company.trusted-days:180}") int trustedDays) {
        this.claims = claims;
        this.ledger = ledger;
        this.clock = clock;
        this.trustedDays = trustedDays;
    }

    /** After how many days something known is asked again. */
    public int trustedDays() {
        return trustedDays;
    }

    /** Keeps what a program agreed in this round, for the gate to look at; replaces what it claimed in it before. */
    public void claim(String program, String subject, int round, List<Claim> said) {
        claims.save(program, subject, round, said);
    }

    /** Makes true what the program claimed in this round: its gate has said go. */
    @Transactional
    public void hold(String program, String subject, int round) {
        Map<String, Truth> before = truths(subject);
        Map<String, String> changed = new LinkedHashMap<>();
        for (Truth claim : claims.waiting(program, subject, round)) {
            Truth was = before.get(claim.item());
            if (was == null || !was.said().equals(claim.said())) {
                changed.put(claim.item(), was == null ? claim.said() : was.said() + " → " + claim.said());
            }
        }
        int held = claims.hold(program, subject, round);
        if (held > 0) {
            ledger.append(program, "HELD", null, null, subject, Map.of("items", held, "changed", changed));
        }
    }

    /** Puts right what a program agreed after its gate: true of the company from today on. */
    public void correct(String program, String subject, int round, Claim said) {
        claims.correct(program, subject, round, said);
    }

    /** The truth of every item of a subject that somebody has agreed at a gate. */
    public Map<String, Truth> truths(String subject) {
        Map<String, Truth> truths = new LinkedHashMap<>();
        claims.held(subject).forEach(truth -> truths.put(truth.item(), truth));
        return truths;
    }

    /** What a program that begins now finds: each truth, and whether and why it has to be asked again. */
    public Map<String, Standing> standings(String program, String subject, Predicate<String> touched) {
        LocalDate oldest = today().minusDays(trustedDays);
        Map<String, Truth> truths = truths(subject);
        Set<String> disputed = new HashSet<>();
        for (Truth claim : pending(subject)) {
            Truth truth = truths.get(claim.item());
            if (truth != null
                    && !claim.program().equals(program)
                    && !claim.said().equals(truth.said())) {
                disputed.add(claim.item());
            }
        }
        Map<String, Standing> standings = new LinkedHashMap<>();
        truths.forEach((item, truth) -> standings.put(
                item,
                new Standing(
                        truth,
                        disputed.contains(item)
                                ? Standing.Why.DISPUTED
                                : truth.since().isBefore(oldest)
                                        ? Standing.Why.OLD
                                        : touched.test(item) ? Standing.Why.TOUCHED : null)));
        return standings;
    }

    /** What other programs found, as this one meets it; what it has spoken for itself before is its own to say again. */
    public Map<String, Standing> fromOthers(String program, String subject, Predicate<String> touched) {
        Map<String, Standing> others = standings(program, subject, touched);
        others.keySet().removeAll(claims.spokenFor(program, subject));
        return others;
    }

    /** Fixes what a round takes over instead of asking it again; a round opened twice keeps the last word. */
    public void take(String program, String subject, int round, Collection<Standing> settled) {
        claims.take(
                program,
                subject,
                round,
                settled.stream()
                        .map(Standing::truth)
                        .map(truth -> new Taken(truth.item(), truth.said(), truth.since(), truth.program()))
                        .toList());
    }

    /** What this round took over, by item. */
    public Map<String, Taken> taken(String program, String subject, int round) {
        Map<String, Taken> taken = new LinkedHashMap<>();
        claims.taken(program, subject, round).forEach(one -> taken.put(one.item(), one));
        return taken;
    }

    /** Where what this program says is not what the company holds, or not what another program is about to say. */
    public List<Difference> differences(String program, String subject, Map<String, String> mine) {
        List<Difference> differences = new ArrayList<>();
        List<Truth> others = new ArrayList<>(truths(subject).values());
        others.addAll(pending(subject));
        for (Truth other : others) {
            String said = mine.get(other.item());
            if (said != null && !other.program().equals(program) && !said.equals(other.said())) {
                differences.add(new Difference(other.item(), said, other));
            }
        }
        return differences;
    }

    /** What programs say that have not passed their gate yet; what was left lying for too long does not count. */
    private List<Truth> pending(String subject) {
        LocalDate oldest = today().minusDays(trustedDays);
        return claims.waiting(subject).stream()
                .filter(claim -> !claim.since().isBefore(oldest))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
