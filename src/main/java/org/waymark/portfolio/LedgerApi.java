package org.waymark.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.web.Refusal;

/** The decision record and its proof for other programs: the same rights as on the page. */
@RestController
@RequestMapping("/api/ledger")
class LedgerApi {

    private static final int MOST = 5000;
    /** As in the canonical form that is hashed. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Ledger ledger;
    private final LedgerProofs proofs;
    private final LedgerReading reading;

    LedgerApi(Ledger ledger, LedgerProofs proofs, LedgerReading reading) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.reading = reading;
    }

    record Line(
            long sequence,
            String at,
            String program,
            String kind,
            @Nullable String person,
            @Nullable String onBehalfOf,
            String subject,
            JsonNode data,
            String previousHash,
            String hash,
            @Nullable String chainedAs) {}

    @GetMapping
    List<Line> chain(
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int size,
            Principal reader) {
        if (program.isBlank()) {
            throw Refusal.bad("ledger.which").at("program");
        }
        if (size < 1 || size > MOST) {
            throw Refusal.bad("ledger.size", MOST).at("size");
        }
        reading.mustRead(program, reader.getName());
        return ledger.after(program, after, size).stream().map(this::line).toList();
    }

    @GetMapping("/verification")
    LedgerProofs.Proof verification(@RequestParam(defaultValue = "") String program, Principal reader) {
        if (!program.isBlank()) {
            reading.mustRead(program, reader.getName());
        }
        List<String> chains = reading.readable(reader.getName()).stream()
                .map(Ledger.Chain::program)
                .filter(each -> program.isBlank() || each.equals(program))
                .toList();
        return proofs.of(chains, program.isBlank() && reading.readsAll(reader.getName()));
    }

    private Line line(Entry entry) {
        return new Line(
                entry.sequence(),
                MICROS.format(entry.at()),
                entry.program(),
                entry.kind(),
                entry.person(),
                entry.onBehalfOf(),
                entry.subject(),
                reading.data(entry),
                entry.previousHash(),
                entry.hash(),
                entry.chainedAs());
    }
}
