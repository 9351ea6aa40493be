package org.waymark.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.WorkingCalendar;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** Measures alignment, engagement, progress and momentum of programs, as they are now. */
@Service
public class Measures {

    private final MeasureRows rows;
    private final Stages stages;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Measures(MeasureRows rows, Stages stages, WorkingCalendar calendar, Clock clock) {
        this.rows = rows;
        this.stages = stages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The four measures of one program. */
    @Transactional(readOnly = true)
    public Four of(String code) {
        Four four = of(List.of(code)).get(code);
        if (four == null) {
            throw Refusal.missing("program.unknown", code);
        }
        return four;
    }

    /**
     * The same for many: five statements for all of them together, and besides what each program's stages read to say
     * how far people agree and what the benefits bring.
     */
    @Transactional(readOnly = true)
    public Map<String, Four> of(Collection<String> codes) {
        Map<String, Four> all = new LinkedHashMap<>();
        if (codes.isEmpty()) {
            return all;
        }
        OffsetDateTime now = now();
        LocalDate today = LocalDate.now(clock);
        Map<String, MeasureRows.Head> heads = rows.heads(codes);
        var asked = rows.asked(codes, Engagement.since(now));
        var functions = rows.functions(codes);
        var gates = rows.gates(codes);
        var moved = rows.moved(codes, stages.agreeing(), now.minusDays(3L * Momentum.DAYS));
        for (String code : codes) {
            MeasureRows.Head head = heads.get(code);
            if (head == null) {
                continue;
            }
            Map<String, String> figures = figures(code);
            List<Engagement.Asked> tasks = asked.getOrDefault(code, List.of());
            List<String> holders = tasks.stream()
                    .filter(Engagement.Asked::open)
                    .map(Engagement.Asked::assignee)
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .distinct()
                    .toList();
            List<Progress.Gate> line = gates.getOrDefault(code, List.of());
            Set<String> open = line.stream()
                    .filter(gate -> List.of("OPEN", "AT_GATE").contains(gate.state()))
                    .map(Progress.Gate::stage)
                    .collect(Collectors.toSet());
            List<Momentum.Event> events = moved.getOrDefault(code, List.of()).stream()
                    .map(MeasureRows.Moved::event)
                    .toList();
            all.put(
                    code,
                    new Four(
                            Alignment.of(figures, open, head.running()),
                            Engagement.of(tasks, functions.getOrDefault(code, Map.of()), now, calendar),
                            Progress.of(line, figures, holders, head.running(), today),
                            Momentum.of(events, head.launchedAt(), holders, head.running(), now, calendar)));
        }
        return all;
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Map<String, String> figures(String code) {
        Map<String, String> figures = new LinkedHashMap<>();
        stages.inOrder().forEach(stage -> stage.measures(code).forEach(figures::putIfAbsent));
        return figures;
    }
}
