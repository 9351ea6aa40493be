package org.waymark.gate;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.promise.Condition;
import org.waymark.promise.Conditions;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.stage.Document;
import org.waymark.stage.Fact;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** Puts a review together for its readers, once for the task, the gate page and the phone. */
@Component
class ReviewPage {

    private final Sittings sittings;
    private final Criteria criteria;
    private final Findings findings;
    private final Votes votes;
    private final Scores scores;
    private final Questions questions;
    private final Conditions conditions;
    private final Evidence evidence;
    private final Exemptions exemptions;
    private final Proving proving;
    private final Programs programs;
    private final Stages stages;
    private final Team team;
    private final People people;
    private final Figures figures;
    private final Wording words;

    ReviewPage(
            Sittings sittings,
            Criteria criteria,
            Findings findings,
            Votes votes,
            Scores scores,
            Questions questions,
            Conditions conditions,
            Evidence evidence,
            Exemptions exemptions,
            Proving proving,
            Programs programs,
            Stages stages,
            Team team,
            People people,
            Figures figures,
            Wording words) {
        this.sittings = sittings;
        this.criteria = criteria;
        this.findings = findings;
        this.votes = votes;
        this.scores = scores;
        this.questions = questions;
        this.conditions = conditions;
        this.evidence = evidence;
        this.exemptions = exemptions;
        this.proving = proving;
        this.programs = programs;
        this.stages = stages;
        this.team = team;
        this.people = people;
        this.figures = figures;
        this.words = words;
    }

    /** A review that was called: what was frozen then, not what is true today. */
    Review of(Sitting sitting, String reader) {
        if (sitting.convenedAt() == null) {
            return live(sitting.program(), sitting.stage(), sitting, reader);
        }
        Program program = programs.get(sitting.program());
        List<Finding> found = sitting.open()
                ? criteria.withReopened(sitting.program(), sitting.stage(), findings.of(sitting.id()))
                : findings.of(sitting.id());
        List<Fact> facts = evidence.facts(sitting.id());
        return build(
                program,
                sitting.stage(),
                sitting,
                found,
                facts,
                evidence.document(sitting.id()).orElse(null),
                reader);
    }

    /** A stage as it would measure now. */
    Review live(String code, String stage, @Nullable Sitting sitting, String reader) {
        StageModel model = stages.of(stage);
        Program program = programs.get(code);
        return build(
                program, stage, sitting, criteria.measure(code, stage), model.facts(code), model.record(code), reader);
    }

    /** How ready a stage is now and what is still open, without the record behind it. */
    List<FindingRow> rows(Program program, String stage) {
        return criteria.measure(program.code(), stage).stream()
                .map(finding ->
                        FindingRow.of(finding, words, program.currency(), who(program, finding), asker(finding)))
                .toList();
    }

    private Review build(
            Program program,
            String stage,
            @Nullable Sitting sitting,
            List<Finding> found,
            List<Fact> facts,
            @Nullable Document document,
            String reader) {
        ZoneId zone = people.find(reader).map(Person::zone).map(ZoneId::of).orElse(ZoneId.of("UTC"));
        Seated seats = sitting == null ? new Seated(List.of(), List.of()) : seated(sitting);
        List<Votes.Vote> cast = sitting == null ? List.of() : votes.cast(sitting.id());
        boolean closed = sitting != null && sitting.state() == Sitting.State.CLOSED;
        List<Scores.Result> thought = sitting != null && closed
                ? Scores.results(
                        scores.of(sitting.id()),
                        cast.stream().map(vote -> votes.read(vote.payload())).toList())
                : List.of();
        return new Review(
                program,
                stage,
                stages.of(stage).position(),
                sitting,
                found.stream()
                        .map(finding -> FindingRow.of(
                                finding, words, program.currency(), who(program, finding), asker(finding)))
                        .toList(),
                figures.of(facts, before(program.code(), stage, sitting), program.currency()),
                document,
                seats.seats().stream().map(seat -> name(seats, seat.person())).toList(),
                sitting == null
                        ? 1
                        : Math.max(1, Math.min(sitting.quorum(), seats.seats().size())),
                cast.size(),
                sitting != null && sitting.showsVotes()
                        ? cast.stream()
                                .map(vote ->
                                        new Review.Voice(name(seats, vote.person()), vote.decision(), vote.reason()))
                                .toList()
                        : List.of(),
                thought,
                Scores.total(thought),
                sitting == null ? List.of() : exchanges(sitting),
                sitting == null ? List.of() : promised(conditions.of(sitting.id())),
                sitting == null ? List.of() : evidence.of(sitting.id()),
                Recommendation.from(found),
                sitting == null || sitting.submittedBy() == null ? "" : people.nameOf(sitting.submittedBy()),
                sitting == null ? "" : words.day(sitting.convenedAt(), zone),
                sitting == null ? "" : words.day(sitting.decideBy(), zone),
                sitting == null ? "" : names(sitting),
                sitting == null ? "" : words.day(sitting.decidedAt(), zone),
                excepted(exemptions.of(program.code(), stage), sitting, zone),
                sitting == null ? Proving.of(criteria.of(stage), program.depth()) : proving.of(sitting.id()));
    }

    /** Who sits where, and who of them by an exception. */
    private record Seated(List<Votes.Seat> seats, List<Exemption> excepted) {}

    private Seated seated(Sitting sitting) {
        return new Seated(
                votes.panel(sitting.id()),
                exemptions.of(sitting.program(), sitting.stage()).stream()
                        .filter(one -> one.holds(sitting.round()))
                        .toList());
    }

    /** Without a review what holds for the newest round, otherwise what held for the review's own. */
    private List<Review.Excepted> excepted(List<Exemption> all, @Nullable Sitting sitting, ZoneId zone) {
        int newest = all.stream().mapToInt(Exemption::round).max().orElse(0);
        return all.stream()
                .filter(one -> one.holds(sitting == null ? newest : sitting.round()))
                .map(one -> new Review.Excepted(
                        people.nameOf(one.person()),
                        one.bar(),
                        one.reason(),
                        people.nameOf(one.askedBy()),
                        people.nameOf(String.valueOf(one.settledBy())),
                        words.day(one.settledAt(), zone)))
                .toList();
    }

    String currency(Sitting sitting) {
        return programs.get(sitting.program()).currency();
    }

    String names(Sitting sitting) {
        Seated seats = seated(sitting);
        return sitting.deciders().stream().map(id -> name(seats, id)).collect(Collectors.joining(", "));
    }

    /** A deputy is never named without whose place it was, nor an exception without being called one. */
    private String name(Seated seats, String person) {
        String named = seats.seats().stream()
                .filter(seat -> seat.person().equals(person) && seat.onBehalfOf() != null)
                .map(seat -> words.text("gate.deputy.claimed", people.nameOf(person), people.nameOf(seat.principal())))
                .findFirst()
                .orElseGet(() -> people.nameOf(person));
        return seats.excepted().stream().anyMatch(one -> one.person().equals(person))
                ? words.text("gate.exemption.named", named)
                : named;
    }

    private @Nullable String asker(Finding finding) {
        return finding.waiverBy() == null ? null : people.nameOf(finding.waiverBy());
    }

    /** Who can supply what is missing, by name and part. */
    private @Nullable String who(Program program, Finding finding) {
        if (finding.met() || finding.suppliedBy().isBlank()) {
            return null;
        }
        String part = words.textOr("stakeholder.part." + finding.suppliedBy(), finding.suppliedBy());
        return supplier(program.code(), finding)
                .map(person -> words.text("gate.who", people.nameOf(person), part))
                .orElseGet(() -> words.text("gate.who.part", part));
    }

    Optional<String> supplier(String program, Finding finding) {
        if (finding.suppliedBy().isBlank()) {
            return Optional.empty();
        }
        return team.first(program, Part.valueOf(finding.suppliedBy())).or(() -> Optional.of(team.manager(program)));
    }

    /** The facts of the last review of this gate that was called before this one. */
    private @Nullable List<Fact> before(String program, String stage, @Nullable Sitting sitting) {
        return sittings.of(program, stage).stream()
                .filter(other -> other.convenedAt() != null && (sitting == null || other.number() < sitting.number()))
                .findFirst()
                .map(other -> evidence.facts(other.id()))
                .orElse(null);
    }

    /** Questions of this run of the gate, answered before this review. */
    private List<Review.Exchange> exchanges(Sitting sitting) {
        return sittings.of(sitting.instance()).stream()
                .filter(other -> other.number() <= sitting.number())
                .flatMap(other -> questions.of(other.id()).stream())
                .map(question -> new Review.Exchange(
                        people.nameOf(question.toPerson()), question.text(), question.answer(), question.evidence()))
                .toList();
    }

    List<Review.Promised> promised(List<Condition> found) {
        return found.stream()
                .map(condition -> new Review.Promised(
                        condition.text(),
                        people.nameOf(condition.owner()),
                        words.date(condition.due()),
                        condition.state(),
                        condition.proof()))
                .toList();
    }
}
