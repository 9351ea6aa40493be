package org.waymark.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Whole levels held of the company under one subject: what a round takes over, asks again, and gives back at its gate. */
public final class HeldLevels {

    private final Company company;
    private final String subject;

    public HeldLevels(Company company, String subject) {
        this.company = company;
        this.subject = subject;
    }

    /** What other programs agreed of these items, and whether this program may rely on it. */
    public Map<String, Standing> standings(String program, Set<String> items, Predicate<String> touched) {
        Map<String, Standing> standings = new LinkedHashMap<>(company.fromOthers(program, subject, touched));
        standings.keySet().retainAll(items);
        return standings;
    }

    /** Takes over what is settled as the round opens: it is not asked again. */
    public void open(String program, int round, Map<String, Standing> standings) {
        company.take(
                program,
                subject,
                round,
                standings.values().stream().filter(Standing::settled).toList());
    }

    public Map<String, Taken> taken(String program, int round) {
        return company.taken(program, subject, round);
    }

    /** Claims what a program found itself; {@code kept} are the items it took over and left as they were. */
    public void claim(String program, int round, Map<String, Integer> agreed, Set<String> kept) {
        List<Claim> claims = new ArrayList<>();
        agreed.forEach((item, level) -> {
            if (!kept.contains(item)) {
                claims.add(claim(item, level));
            }
        });
        company.claim(program, subject, round, claims);
    }

    /** The gate has said go. */
    public void hold(String program, int round) {
        company.hold(program, subject, round);
    }

    /** One level was put right after the gate. */
    public void correct(String program, int round, String item, int level) {
        company.correct(program, subject, round, claim(item, level));
    }

    /** Where another program says another level than this one does. */
    public List<Difference> differences(String program, Map<String, Integer> agreed) {
        Map<String, String> mine = new LinkedHashMap<>();
        agreed.forEach((item, level) -> mine.put(item, level.toString()));
        return mine.isEmpty() ? List.of() : company.differences(program, subject, mine);
    }

    private static Claim claim(String item, int level) {
        return new Claim(item, String.valueOf(level), Map.of());
    }
}
