package org.waymark.model.roi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Ledger;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.web.Refusal;

/** Finance looks again at the lines whose figures were put right after its review, and at no others. */
@Service
class Rechecking {

    private final Rechecks rechecks;
    private final RoiBook book;
    private final RoiWriter writer;
    private final LineRules rules;
    private final Pricing pricing;
    private final Team team;
    private final Ledger ledger;

    Rechecking(
            Rechecks rechecks,
            RoiBook book,
            RoiWriter writer,
            LineRules rules,
            Pricing pricing,
            Team team,
            Ledger ledger) {
        this.rechecks = rechecks;
        this.book = book;
        this.writer = writer;
        this.rules = rules;
        this.pricing = pricing;
        this.team = team;
        this.ledger = ledger;
    }

    /** A line that waits: what it comes to with the figures of today, what was put right, and finance's last word. */
    record Waiting(
            String line,
            String name,
            @Nullable BigDecimal amount,
            List<Rechecks.Recheck> figures,
            @Nullable Review before,
            long upTo) {}

    List<Waiting> waiting(String program) {
        Map<String, List<Rechecks.Recheck>> open = new LinkedHashMap<>();
        rechecks.open(program)
                .forEach(one -> open.computeIfAbsent(one.line(), line -> new ArrayList<>())
                        .add(one));
        if (open.isEmpty()) {
            return List.of();
        }
        Map<String, Review> before = book.reviews(program);
        return pricing.price(book.stated(program), Map.of()).lines().stream()
                .filter(line -> open.containsKey(line.id()))
                .map(line -> {
                    List<Rechecks.Recheck> figures = open.getOrDefault(line.id(), List.of());
                    return new Waiting(
                            line.id(),
                            line.name(),
                            line.stated(),
                            figures,
                            before.get(line.id()),
                            figures.get(figures.size() - 1).id());
                })
                .toList();
    }

    /** Takes finance's word on one line; a figure put right meanwhile is not covered by it. */
    @Transactional
    public void answer(String program, Review review, long upTo, String person) {
        team.mustSee(program, person);
        if (!team.holding(program, Part.FINANCE).contains(person)) {
            throw Refusal.forbidden("roi.benefits.financeOnly");
        }
        Verdict verdict = review.verdict();
        String name = String.valueOf(review.id());
        if (verdict == null) {
            throw Refusal.invalid("roi.missing.verdict", name).at("verdict");
        }
        if (verdict == Verdict.ADJUST && review.amount() == null) {
            throw Refusal.invalid("roi.missing.adjusted", name).at("amount");
        }
        rules.amount("amount", name, review.amount());
        rules.text("reason", review.reason(), LineRules.LONG_TEXT);
        if (verdict != Verdict.ACCEPT
                && (review.reason() == null || review.reason().isBlank())) {
            throw Refusal.invalid("roi.missing.reason", name).at("reason");
        }
        ledger.enter(program);
        if (!rechecks.answer(program, review, upTo, person)) {
            throw Refusal.conflict("roi.recheck.none", name);
        }
        writer.reviewOne(program, book.round(program), review);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("verdict", verdict.name());
        entry.put("amount", Reporting.plain(review.amount()));
        entry.put("reason", review.reason());
        ledger.append(program, "FINANCE_LOOKED_AGAIN", person, null, name, entry);
    }
}
