package org.waymark.engagement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.ledger.Renames;
import org.waymark.program.Program;
import org.waymark.security.People;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;
import org.waymark.web.Dates;
import org.waymark.web.Texts;

/** The records behind each measure, so that a figure is never the end of the road. */
@Component
class MeasureRecords {

    private final MeasureRows rows;
    private final Measures measures;
    private final Stages stages;
    private final Renames renames;
    private final People people;
    private final Texts texts;

    MeasureRecords(MeasureRows rows, Measures measures, Stages stages, Renames renames, People people, Texts texts) {
        this.rows = rows;
        this.measures = measures;
        this.stages = stages;
        this.renames = renames;
        this.people = people;
        this.texts = texts;
    }

    /** One record: what, who, when, where it stands, and where to read on. */
    record Row(
            String what,
            String who,
            String when,
            String state,
            boolean late,
            @Nullable String href) {}

    @Transactional(readOnly = true)
    public List<Row> of(Program program, String measure, ZoneId zone) {
        return switch (measure) {
            case "alignment" -> alignment(program);
            case "engagement" -> engagement(program, zone);
            case "progress" -> progress(program);
            default -> momentum(program, zone);
        };
    }

    /** The stages that measured it; their records hold every value, dimension and answer counted. */
    private List<Row> alignment(Program program) {
        List<Row> found = new ArrayList<>();
        for (StageModel stage : stages.inOrder()) {
            stage.measures(program.code()).forEach((name, figure) -> {
                String key = switch (name) {
                    case "meanAgreement" -> "agreement";
                    case "topThreeOverlap" -> "topThree";
                    case "valuesConcordance" -> "ranking";
                    case "recallMatch" -> "recall";
                    case "chasmSplits" -> "splits";
                    default -> "";
                };
                if (!key.isEmpty()) {
                    found.add(new Row(
                            texts.of("engagement.words." + key),
                            texts.of("stage." + stage.stage()),
                            "",
                            key.equals("splits") ? figure : MeasureWords.percent(new java.math.BigDecimal(figure)),
                            false,
                            "/programs/" + program.code() + "/stages/" + stage.stage()));
                }
            });
        }
        return found;
    }

    private List<Row> engagement(Program program, ZoneId zone) {
        OffsetDateTime now = measures.now();
        return rows.asks(program.code(), Engagement.since(now)).stream()
                .map(ask -> {
                    String who = ask.endedBy() == null ? ask.assignee() : ask.endedBy();
                    boolean late = ask.state().equals("OPEN")
                            && ask.due() != null
                            && ask.due().isBefore(now);
                    OffsetDateTime ended = ask.ended();
                    return new Row(
                            ask.name(),
                            who == null ? "" : people.nameOf(who),
                            day(ask.created().atZoneSameInstant(zone).toLocalDate()),
                            ended == null
                                    ? texts.of(late ? "engagement.record.late" : "engagement.record.waits")
                                    : texts.of(
                                            "engagement.record." + ask.state(),
                                            day(ended.atZoneSameInstant(zone).toLocalDate())),
                            late,
                            "/programs/" + program.code() + "/stages/" + ask.stage());
                })
                .toList();
    }

    private List<Row> progress(Program program) {
        LocalDate today = measures.now().toLocalDate();
        return rows.gates(List.of(program.code())).getOrDefault(program.code(), List.of()).stream()
                .map(gate -> new Row(
                        texts.of("stage." + gate.stage()),
                        texts.of("stage.state." + gate.state()),
                        gate.planned() == null ? "" : day(gate.planned()),
                        gate.counts()
                                ? texts.of("engagement.record.criteria", gate.met(), gate.found())
                                : texts.of("engagement.record.asks", gate.criteria()),
                        gate.state().equals("OPEN") && gate.daysLate(today) > 0,
                        "/programs/" + program.code() + "/gates/" + gate.stage()))
                .toList();
    }

    private List<Row> momentum(Program program, ZoneId zone) {
        OffsetDateTime from = measures.now().minusDays(3L * Momentum.DAYS);
        Renames.Names names = renames.of(program.code());
        return rows
                .moved(List.of(program.code()), stages.agreeing(), from)
                .getOrDefault(program.code(), List.of())
                .stream()
                .filter(event -> !event.at().isBefore(from))
                .map(event -> new Row(
                        about(event),
                        event.person() == null ? "" : people.nameOf(names.here(event.sequence(), event.person())),
                        day(event.at().atZoneSameInstant(zone).toLocalDate()),
                        texts.of("ledger.kind." + event.kind()),
                        false,
                        "/ledger?program=" + program.code()))
                .toList();
    }

    private String about(MeasureRows.Moved event) {
        String key = stages.exists(event.subject()) ? "stage." : "ledger.task.";
        boolean known = stages.exists(event.subject())
                || event.kind().equals("SUBMITTED")
                || event.kind().equals("CLOSED");
        return known ? texts.of(key + event.subject()) : event.subject();
    }

    private static String day(Temporal at) {
        return Dates.here().date(at);
    }
}
