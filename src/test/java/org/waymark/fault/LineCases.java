package org.waymark.fault;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lines to the database that are cut, torn, slow or silent. */
final class LineCases {

    private static final int CUTS = 10;
    /** Longer than a connection waits for a byte (30 s, application-postgres.yaml). */
    private static final int SILENT = 40;

    private static final int SLOW = 20;

    private LineCases() {}

    static List<FaultCase> all() {
        return List.of(
                new FaultCase(
                        "R11",
                        "the line is cut after COMMIT and before its answer, " + CUTS + " times",
                        1,
                        LineCases::cut),
                new FaultCase(
                        "R12 stall",
                        "the line carries nothing for " + SILENT + " s",
                        1,
                        (site, load) -> away(site, site.line(0)::stall)),
                new FaultCase(
                        "R12 half-open",
                        "what is asked is not read for " + SILENT + " s, answers still come",
                        1,
                        (site, load) -> away(site, site.line(0)::halfOpen)),
                new FaultCase(
                        "R12 reset",
                        "every line is torn, and every new one, for " + SLOW + " s",
                        1,
                        (site, load) -> torn(site)),
                new FaultCase(
                        "R12 latency",
                        "200 ms more a round trip, more or less by 50, for " + SLOW + " s",
                        1,
                        LineCases::slow),
                new FaultCase(
                        "R13",
                        "one of two nodes is parted from the database for " + SILENT + " s",
                        2,
                        LineCases::parted));
    }

    private static String cut(Site site, Load load) throws Exception {
        FaultProxy line = site.line(0);
        int before = line.cuts();
        for (int cut = 1; cut <= CUTS; cut++) {
            line.cutAnswers(FaultProxy.COMMITTED, 1);
            while (line.cuts() < before + cut) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            load.tally.awaitMore(1, 60);
        }
        return (line.cuts() - before) + " commits whose answer was lost";
    }

    private static String away(Site site, Runnable fault) throws Exception {
        try (Probe probe = Probe.readiness(site.ports().get(0))) {
            probe.await("UP", 60);
            fault.run();
            double down = probe.await("DOWN", SILENT);
            TimeUnit.SECONDS.sleep(Math.max(0, SILENT - (long) down)); // the length of the silence is the case
            site.line(0).pass();
            double up = probe.await("UP", 120);
            return "readiness DOWN after %.1f s, UP again %.1f s after the line".formatted(down, up);
        } finally {
            site.line(0).pass();
        }
    }

    private static String torn(Site site) throws Exception {
        try (Probe probe = Probe.readiness(site.ports().get(0))) {
            probe.await("UP", 60);
            site.line(0).reset();
            double down = probe.await("DOWN", SLOW);
            TimeUnit.SECONDS.sleep(Math.max(0, SLOW - (long) down)); // the length of the fault is the case
            site.line(0).pass();
            double up = probe.await("UP", 120);
            return "readiness DOWN after %.1f s, UP again %.1f s after the line".formatted(down, up);
        } finally {
            site.line(0).pass();
        }
    }

    private static String slow(Site site, Load load) throws Exception {
        int before = load.tally.acknowledged();
        site.line(0).delay(100, 25);
        try {
            TimeUnit.SECONDS.sleep(SLOW); // the length of the fault is the case
        } finally {
            site.line(0).pass();
        }
        return load.tally.acknowledged() - before + " acknowledged meanwhile";
    }

    private static String parted(Site site, Load load) throws Exception {
        try (Probe here = Probe.readiness(site.ports().get(0));
                Probe there = Probe.readiness(site.ports().get(1))) {
            here.await("UP", 60);
            there.await("UP", 60);
            site.line(1).stall();
            double down = there.await("DOWN", SILENT);
            TimeUnit.SECONDS.sleep(Math.max(0, SILENT - (long) down)); // the length of the parting is the case
            site.line(1).pass();
            double up = there.await("UP", 120);
            return "readiness DOWN after %.1f s and UP again %.1f s after the line; the other said %s"
                    .formatted(down, up, String.join(", ", here.said()));
        } finally {
            site.line(1).pass();
        }
    }
}
