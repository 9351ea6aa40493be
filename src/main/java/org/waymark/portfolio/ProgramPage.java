package org.waymark.portfolio;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.catalogue.Catalogue;
import org.waymark.engagement.Concern;
import org.waymark.engagement.Concerns;
import org.waymark.engagement.Four;
import org.waymark.engagement.MeasureWords;
import org.waymark.engagement.Measures;
import org.waymark.engagement.QuickWins;
import org.waymark.engagement.Stalls;
import org.waymark.engagement.Waits;
import org.waymark.gate.Decisions;
import org.waymark.ledger.Entry;
import org.waymark.ledger.Ledger;
import org.waymark.process.Notes;
import org.waymark.program.Contributions;
import org.waymark.program.Minutes;
import org.waymark.program.Program;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stage.Chain;
import org.waymark.stage.Element;
import org.waymark.stage.Stages;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;
import org.waymark.trace.Marks;

/** Everything the page of one program shows: what is needed first, then what was agreed, then what happened. */
@Component
class ProgramPage {

    private static final int LATEST = 8;
    private static final int MOST_NEW = 40;

    private final Programs programs;
    private final ProgramView view;
    private final Contributions contributions;
    private final Team team;
    private final People people;
    private final Stages stages;
    private final ObjectProvider<Chain> chains;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final LedgerReading reading;
    private final Notes notes;
    private final Board board;
    private final Needs needs;
    private final Marks marks;
    private final Minutes minutes;
    private final Decisions decisions;
    private final Engaged engaged;

    ProgramPage(
            Programs programs,
            ProgramView view,
            Contributions contributions,
            Team team,
            People people,
            Stages stages,
            ObjectProvider<Chain> chains,
            Catalogue catalogue,
            Ledger ledger,
            LedgerReading reading,
            Notes notes,
            Board board,
            Needs needs,
            Marks marks,
            Minutes minutes,
            Decisions decisions,
            Engaged engaged) {
        this.programs = programs;
        this.view = view;
        this.contributions = contributions;
        this.team = team;
        this.people = people;
        this.stages = stages;
        this.chains = chains;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.reading = reading;
        this.notes = notes;
        this.board = board;
        this.needs = needs;
        this.marks = marks;
        this.minutes = minutes;
        this.decisions = decisions;
        this.engaged = engaged;
    }

    /** What {@code engagement} knows of a program; kept together because the page shows all of it or none. */
    @Component
    record Engaged(
            Measures measures, MeasureWords words, Stalls stalls, Waits waits, Concerns concerns, QuickWins wins) {}

    /** The page for somebody who was here before at that time; read as one, so that nothing is asked twice. */
    @Transactional(readOnly = true)
    Map<String, Object> of(String code, String reader, @Nullable OffsetDateTime before) {
        Program program = programs.get(code);
        ZoneId zone = ZoneId.of(people.get(reader).zone());
        boolean manager = team.holding(code, Part.MANAGER).contains(reader);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("program", program);
        model.put("me", reader);
        model.put("zone", zone);
        model.put("line", board.line(program, reader));
        model.put("stages", stages.ids());
        List<ProgramView.StageLine> lines = view.lines(code);
        model.put("stageLines", lines);
        boolean quiet = lines.stream().allMatch(line -> line.holders().isEmpty());
        model.put("quiet", quiet);
        model.put("opens", quiet && view.opens(program));
        model.put(
                "links",
                stages.inOrder().stream()
                        .flatMap(one -> one.links(code).stream())
                        .toList());
        model.put("attention", view.attention(program));
        put(model, "round", contributions.open(code, program.stage()));
        model.put("members", team.members(code));
        model.put("people", people.active());
        model.put("parts", Part.values());
        model.put("functions", catalogue.functions());
        model.put("groups", Team.GROUPS);
        model.put("marked", marks.open(code).size());
        model.put("notes", notes.open(code));
        model.put("minutes", minutes.lines(code));
        // everybody sees their own minutes, the manager everybody's: who promised them has to see them
        model.put(
                "minutesOf",
                minutes.shares(code).stream()
                        .filter(share -> manager || share.person().equals(reader))
                        .toList());
        model.put("isManager", manager);
        model.put("member", team.includes(code, reader));
        model.put("sponsorToo", manager || team.holding(code, Part.SPONSOR).contains(reader));
        model.put("unfilled", manager ? needs.unfilled(program) : List.of());
        model.put("decided", decisions.of(code));
        model.put("values", elements(code, Element.Kind.VALUE));
        model.put("benefits", elements(code, Element.Kind.BENEFIT));
        engagement(program, zone, model);
        happened(code, reader, before, model);
        return model;
    }

    private void engagement(Program program, ZoneId zone, Map<String, Object> model) {
        String code = program.code();
        Four four = engaged.measures().of(code);
        model.put("measures", four);
        model.put("cards", engaged.words().cards(four, program));
        model.put("benefitsPlan", engaged.words().benefits(four.progress(), program.currency()));
        model.put("waits", program.isRunning() ? engaged.waits().of(program, zone) : List.of());
        engaged.stalls().of(code).ifPresent(stall -> {
            model.put("stall", stall);
            model.put("stallWords", engaged.stalls().sentence(stall));
        });
        List<Concern> all = engaged.concerns().of(code);
        model.put("concerns", all.stream().filter(one -> !one.isSettled()).toList());
        model.put("concernsRaised", all.size());
        List<QuickWins.QuickWin> wins = engaged.wins().of(code);
        model.put("wins", wins);
        model.put("winDays", engaged.wins().daysSince(program, wins));
    }

    /** What others did since the reader was last here; on a first visit, or when nothing is new, what happened last. */
    private void happened(String code, String reader, @Nullable OffsetDateTime before, Map<String, Object> model) {
        List<Entry> latest = ledger.latest(code, MOST_NEW);
        List<Entry> fresh = before == null
                ? List.of()
                : latest.stream()
                        .filter(entry -> entry.at().isAfter(before) && !reader.equals(entry.person()))
                        .toList();
        put(model, "before", before);
        model.put("fresh", fresh.size());
        model.put(
                "entries",
                reading.lines(fresh.isEmpty() ? latest.subList(0, Math.min(LATEST, latest.size())) : fresh, reader));
    }

    private List<Element> elements(String code, Element.Kind kind) {
        return chains.stream()
                .filter(chain -> chain.stage().equals(kind == Element.Kind.VALUE ? "values" : "roi"))
                .flatMap(chain -> chain.of(code).stream())
                .filter(element -> element.kind() == kind)
                .toList();
    }

    private static void put(Map<String, Object> model, String name, @Nullable Object shown) {
        if (shown != null) {
            model.put(name, shown);
        }
    }
}
