package org.waymark.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.promise.Conditions;

/** A gate in the API's terms: ids and figures instead of names and sentences. */
@Component
class GateAnswers {

    private final Criteria criteria;
    private final Sittings sittings;
    private final Votes votes;
    private final Conditions conditions;
    private final GatePage page;

    GateAnswers(Criteria criteria, Sittings sittings, Votes votes, Conditions conditions, GatePage page) {
        this.criteria = criteria;
        this.sittings = sittings;
        this.votes = votes;
        this.conditions = conditions;
        this.page = page;
    }

    record Gate(
            String program,
            String stage,
            int readyPercent,
            List<CriterionAnswer> criteria,
            List<FindingAnswer> findings,
            String recommendation,
            List<Brief> sittings) {}

    record CriterionAnswer(
            String id, String fact, String comparison, String threshold, int weight, String kind, String fromDepth) {}

    record Brief(
            int number,
            int round,
            String state,
            @Nullable Decision decision,
            @Nullable OffsetDateTime decided) {}

    record FindingAnswer(
            String criterion,
            String text,
            String fact,
            @Nullable String value,
            String unit,
            String comparison,
            String threshold,
            boolean met,
            String kind,
            @Nullable String waiverReason,
            boolean waived,
            @Nullable String takes) {}

    record VoteAnswer(
            String person,
            @Nullable String onBehalfOf,
            @Nullable Decision decision,
            @Nullable String reason,
            boolean counted) {}

    record ConditionAnswer(
            String text,
            String owner,
            LocalDate due,
            String state,
            @Nullable String criterion,
            @Nullable String proof) {}

    record EvidenceAnswer(String name, String sha256) {}

    record SittingAnswer(
            String program,
            String stage,
            int number,
            int round,
            String state,
            @Nullable String submittedBy,
            @Nullable OffsetDateTime convened,
            @Nullable OffsetDateTime decideBy,
            List<String> panel,
            int quorum,
            @Nullable String routeReason,
            List<FindingAnswer> findings,
            boolean votesOpen,
            int votesCast,
            List<VoteAnswer> votes,
            @Nullable Decision decision,
            @Nullable String reason,
            @Nullable String recycleTo,
            @Nullable LocalDate holdUntil,
            @Nullable OffsetDateTime decided,
            List<ConditionAnswer> conditions,
            List<EvidenceAnswer> evidence,
            String recommendation,
            String rule,
            List<Review.Excepted> exceptions) {}

    Gate gate(String code, String stage, String reader) {
        Review review = page.review(code, stage, null, reader);
        return new Gate(
                code,
                stage,
                review.ready(),
                criteria.of(stage).stream()
                        .map(one -> new CriterionAnswer(
                                one.id(),
                                one.fact(),
                                one.comparison().name(),
                                plain(one.threshold()),
                                one.weight(),
                                one.kind().name(),
                                one.fromDepth()))
                        .toList(),
                review.rows().stream().map(GateAnswers::finding).toList(),
                review.recommendation().decision().name(),
                sittings.of(code, stage).stream()
                        .map(one -> new Brief(
                                one.number(), one.round(), one.state().name(), one.decision(), one.decidedAt()))
                        .toList());
    }

    /** Votes of others stay out until the review is closed, unless its route opens them; one's own is one's own. */
    SittingAnswer sitting(Review review, String reader) {
        Sitting sitting = review.sitting();
        if (sitting == null) {
            throw new IllegalStateException("Only a stored review has a number");
        }
        List<Votes.Vote> cast = votes.cast(sitting.id());
        return new SittingAnswer(
                sitting.program(),
                sitting.stage(),
                sitting.number(),
                sitting.round(),
                sitting.state().name(),
                sitting.submittedBy(),
                sitting.convenedAt(),
                sitting.decideBy(),
                votes.panel(sitting.id()).stream().map(Votes.Seat::person).toList(),
                review.quorum(),
                sitting.routeReason(),
                review.rows().stream().map(GateAnswers::finding).toList(),
                sitting.votesOpen(),
                cast.size(),
                cast.stream()
                        .filter(vote -> sitting.showsVotes() || vote.person().equals(reader))
                        .map(vote -> new VoteAnswer(
                                vote.person(),
                                votes.behalf(sitting.id(), vote.person()),
                                vote.decision(),
                                vote.reason(),
                                vote.counted()))
                        .toList(),
                sitting.decision(),
                sitting.reason(),
                sitting.recycleTo(),
                sitting.holdUntil(),
                sitting.decidedAt(),
                conditions.of(sitting.id()).stream()
                        .map(one -> new ConditionAnswer(
                                one.text(), one.owner(), one.due(), one.state(), one.criterion(), one.proof()))
                        .toList(),
                review.evidence().stream()
                        .map(piece -> new EvidenceAnswer(piece.name(), piece.sha256()))
                        .toList(),
                review.recommendation().decision().name(),
                review.recommendation().rule(),
                review.exceptions());
    }

    private static FindingAnswer finding(FindingRow row) {
        Finding finding = row.finding();
        return new FindingAnswer(
                finding.criterion(),
                finding.text(),
                finding.fact(),
                finding.measured() == null ? null : plain(finding.measured()),
                finding.unit(),
                finding.comparison().name(),
                plain(finding.threshold()),
                finding.met(),
                finding.kind().name(),
                finding.waiverReason(),
                finding.waived(),
                row.takes());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
