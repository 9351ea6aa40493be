package org.waymark.model.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.process.Missing;
import org.waymark.process.TaskWork;
import org.waymark.process.View;
import org.waymark.process.WorkItem;
import org.waymark.web.Refusal;

/** The finance partner says of every line that counts: accepted, at another amount, or not accepted. */
@Component
class ReviewFinances implements TaskWork<ReviewDraft> {

    private final RoiBook book;
    private final RoiWriter writer;
    private final LineRules rules;
    private final Pricing pricing;
    private final FinancePage page;

    ReviewFinances(RoiBook book, RoiWriter writer, LineRules rules, Pricing pricing, FinancePage page) {
        this.book = book;
        this.writer = writer;
        this.rules = rules;
        this.pricing = pricing;
        this.page = page;
    }

    @Override
    public String key() {
        return "reviewFinances";
    }

    @Override
    public Class<ReviewDraft> type() {
        return ReviewDraft.class;
    }

    @Override
    public ReviewDraft begin(WorkItem task) {
        Map<String, Review> last = book.lastReviews(task.program());
        return new ReviewDraft(unreviewed(task.program()).reviewable().stream()
                .map(line -> last.getOrDefault(line.id(), new Review(line.id(), null, null, null)))
                .toList());
    }

    @Override
    public void check(WorkItem task, ReviewDraft draft) {
        List<String> known = unreviewed(task.program()).reviewable().stream()
                .map(PricedLine::id)
                .toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            Review review = draft.lines().get(i);
            String path = "lines[" + i + "]";
            if (review.id() == null || !known.contains(review.id())) {
                throw Refusal.bad("roi.unknownLine", String.valueOf(review.id()))
                        .at(path + ".id");
            }
            if (!seen.add(review.id())) {
                throw Refusal.bad("roi.reviewedTwice", review.id()).at(path + ".id");
            }
            rules.amount(path + ".amount", review.id(), review.amount());
            rules.text(path + ".reason", review.reason(), LineRules.LONG_TEXT);
        }
    }

    @Override
    public List<Missing> missing(WorkItem task, ReviewDraft draft) {
        List<Missing> missing = new ArrayList<>();
        PricedCase priced = unreviewed(task.program());
        Map<String, Integer> places = places(draft);
        int next = draft.lines().size();
        for (PricedLine line : priced.reviewable()) {
            Integer place = places.get(line.id());
            String path = "lines[" + (place == null ? next++ : place) + "]";
            Review review = place == null ? null : draft.lines().get(place);
            missing(path, line.name(), review, missing);
        }
        return missing;
    }

    private static void missing(String path, String name, @Nullable Review review, List<Missing> missing) {
        if (review == null || review.verdict() == null) {
            missing.add(new Missing(path + ".verdict", "roi.missing.verdict", name));
            return;
        }
        if (review.verdict() == Verdict.ADJUST && review.amount() == null) {
            missing.add(new Missing(path + ".amount", "roi.missing.adjusted", name));
        }
        if (review.verdict() != Verdict.ACCEPT
                && (review.reason() == null || review.reason().isBlank())) {
            missing.add(new Missing(path + ".reason", "roi.missing.reason", name));
        }
    }

    @Override
    public void submit(WorkItem task, ReviewDraft draft) {
        writer.review(
                task.program(), book.round(task.program()), draft.lines(), Objects.requireNonNull(task.assignee()));
    }

    @Override
    public View view(WorkItem task, ReviewDraft draft) {
        return new View("roi/review", page.of(task.program(), draft), "roi.reviewFinances.button");
    }

    static Map<String, Integer> places(ReviewDraft draft) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            places.putIfAbsent(String.valueOf(draft.lines().get(i).id()), i);
        }
        return places;
    }

    private PricedCase unreviewed(String program) {
        return pricing.price(book.stated(program), Map.of());
    }
}
