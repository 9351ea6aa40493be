package org.waymark.portfolio;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.stage.Stages;
import org.waymark.web.Refusal;

/** The portfolio as pictures, each with its table: when gates come, what programs are worth, how gates go. */
@Controller
class PortfolioPages {

    private final GateCalendar calendar;
    private final GateFigures figures;
    private final PortfolioReport report;
    private final PortfolioFiles files;
    private final Board board;
    private final Desk desk;
    private final Stages stages;
    private final Clock clock;

    PortfolioPages(
            GateCalendar calendar,
            GateFigures figures,
            PortfolioReport report,
            PortfolioFiles files,
            Board board,
            Desk desk,
            Stages stages,
            Clock clock) {
        this.calendar = calendar;
        this.figures = figures;
        this.report = report;
        this.files = files;
        this.board = board;
        this.desk = desk;
        this.stages = stages;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String calendar(@RequestParam(required = false) @Nullable String month, Principal person, Model model) {
        Desk.Reader reader = desk.of(person.getName());
        YearMonth shown = month(month);
        List<GateCalendar.Gate> gates = calendar.gates(reader.id(), reader.role());
        List<GateCalendar.Gate> ahead = calendar.ahead(gates);
        model.addAttribute("frame", new PageFrame(() -> reader));
        model.addAttribute("ahead", ahead);
        model.addAttribute(
                "late", ahead.stream().filter(GateCalendar.Gate::isLate).count());
        model.addAttribute("days", GateCalendar.AHEAD);
        model.addAttribute("month", shown);
        model.addAttribute("weeks", calendar.weeks(shown, gates));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("until", LocalDate.now(clock).plusDays(GateCalendar.AHEAD));
        model.addAttribute("most", GateCalendar.MOST);
        model.addAttribute(
                "programs",
                gates.stream().map(GateCalendar.Gate::code).distinct().count());
        return "portfolio/calendar";
    }

    @GetMapping("/portfolio")
    String portfolio(@RequestParam(defaultValue = "risk") String by, Principal person, Model model) {
        Desk.Reader reader = desk.of(person.getName());
        model.addAttribute("frame", new PageFrame(() -> reader));
        model.addAttribute("by", by.equals("effort") ? "effort" : "risk");
        model.addAttribute("stages", stages.ids());
        model.addAttribute(
                "rows",
                board.rows(board.query(reader.id(), reader.role(), Board.Filter.ALL, "npv"), GateCalendar.MOST).stream()
                        .filter(row -> row.npv() != null)
                        .toList());
        model.addAttribute("figures", figures.of(reader.id(), reader.role()));
        return "portfolio/portfolio";
    }

    /** The report as PDF, with what the board is filtered by; two hundred programs are enough for paper. */
    @GetMapping("/portfolio/report.pdf")
    ResponseEntity<byte[]> pdf(BoardAsked asked, Principal person) {
        Desk.Reader reader = desk.of(person.getName());
        return file("pdf", MediaType.APPLICATION_PDF)
                .body(files.pdf(report.of(reader.id(), reader.role(), asked, GateCalendar.MOST), stages.ids()));
    }

    @GetMapping("/portfolio/report.xlsx")
    ResponseEntity<byte[]> xlsx(BoardAsked asked, Principal person) {
        Desk.Reader reader = desk.of(person.getName());
        return file("xlsx", MediaType.valueOf(BoardPages.XLSX))
                .body(files.xlsx(report.of(reader.id(), reader.role(), asked, BoardPages.MOST_EXPORTED)));
    }

    private ResponseEntity.BodyBuilder file(String ending, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("portfolio-" + LocalDate.now(clock) + "." + ending)
                                .build()
                                .toString());
    }

    private YearMonth month(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return YearMonth.now(clock);
        }
        try {
            YearMonth month = YearMonth.parse(asked);
            if (Math.abs(month.getYear() - YearMonth.now(clock).getYear()) > 20) {
                throw Refusal.bad("portfolio.calendar.month").at("month");
            }
            return month;
        } catch (DateTimeParseException e) {
            throw Refusal.bad("portfolio.calendar.month").at("month");
        }
    }
}
