package org.waymark.portfolio;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;

/** The decision record to read, one program at a time, and the button that proves it. */
@Controller
class LedgerPages {

    private static final int PAGE = 50;

    private final Ledger ledger;
    private final LedgerProofs proofs;
    private final LedgerReading reading;

    LedgerPages(Ledger ledger, LedgerProofs proofs, LedgerReading reading) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.reading = reading;
    }

    @GetMapping("/ledger")
    String read(
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Principal reader,
            Model model) {
        model.addAttribute("chains", reading.chains(reader.getName()));
        if (program.isBlank()) {
            return "ledger/chains";
        }
        reading.mustRead(program, reader.getName());
        List<Entry> entries = ledger.page(program, kind.isBlank() ? null : kind, before, PAGE);
        model.addAttribute("program", program);
        model.addAttribute("name", reading.name(program));
        model.addAttribute("kind", kind);
        model.addAttribute(
                "kinds",
                ledger.kinds(program).stream()
                        .map(each -> new LedgerReading.Detail(each, reading.what(each)))
                        .toList());
        model.addAttribute("lines", reading.lines(entries, reader.getName()));
        model.addAttribute(
                "older", entries.size() == PAGE ? entries.get(PAGE - 1).sequence() : 0L);
        return "ledger/lines";
    }

    /** Recomputes one chain, or every chain the reader may see. */
    @GetMapping("/ledger/verification")
    String verify(
            @RequestParam(defaultValue = "") String program,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Principal reader,
            Model model) {
        if (!program.isBlank()) {
            reading.mustRead(program, reader.getName());
        }
        List<String> chains = program.isBlank()
                ? reading.readable(reader.getName()).stream()
                        .map(Ledger.Chain::program)
                        .toList()
                : List.of(program);
        LedgerProofs.Proof proof = proofs.of(chains, program.isBlank() && reading.readsAll(reader.getName()));
        model.addAttribute("proofs", proof.programs());
        model.addAttribute("anchors", proof.anchors());
        if (part) {
            return "ledger/proof :: proof";
        }
        return read(program, "", Long.MAX_VALUE, reader, model);
    }
}
