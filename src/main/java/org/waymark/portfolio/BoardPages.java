package org.waymark.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.security.Role;

/** The board as a page that follows what happens, as files, and in the ways somebody likes to look at it. */
@Controller
class BoardPages {

    private static final int CARDS = 4;
    static final int MOST_EXPORTED = 10_000;
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Board board;
    private final BoardStanding standing;
    private final BoardExport export;
    private final BoardViews views;
    private final Needs needs;
    private final Desk desk;
    private final BoardDrawing drawing;
    private final Clock clock;

    BoardPages(
            Board board,
            BoardStanding standing,
            BoardExport export,
            BoardViews views,
            Needs needs,
            Desk desk,
            BoardDrawing drawing,
            Clock clock) {
        this.board = board;
        this.standing = standing;
        this.export = export;
        this.views = views;
        this.needs = needs;
        this.desk = desk;
        this.drawing = drawing;
        this.clock = clock;
    }

    @GetMapping("/programs")
    @Nullable
    String board(
            BoardAsked asked,
            @RequestHeader(value = "HX-Request", required = false) @Nullable String partial,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen,
            Principal person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (seen != null && seen.equals(standing.now(person.getName(), role(request), asked))) {
            // looked at again and nothing has changed: one statement, no page
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return null;
        }
        Desk.Reader reader = desk.of(person.getName());
        Board.Page page = board.page(reader.id(), reader.role(), asked.filter(), asked.order(), asked.at(), Board.PAGE);
        Needs.Told told = needs.told(reader);
        String standingNow = standing.of(page, told, reader);
        response.setHeader(HttpHeaders.ETAG, standingNow);
        model.addAttribute("standing", standingNow);
        model.addAttribute("frame", new PageFrame(() -> reader));
        model.addAttribute("asked", asked);
        model.addAttribute("page", page);
        model.addAttribute("rows", drawing.rows(page, asked.columns()));
        model.addAttribute("filters", drawing.filters(asked));
        model.addAttribute("heads", drawing.heads(asked));
        model.addAttribute("size", Board.PAGE);
        model.addAttribute("counted", Board.COUNTED);
        model.addAttribute("cols", asked.columns());
        model.addAttribute("views", reader.views());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("next", next(page, asked));
        model.addAttribute("needs", told.first(CARDS));
        model.addAttribute("more", Math.max(0, told.needs().size() - CARDS));
        model.addAttribute("count", told.needs().size());
        return partial == null ? "portfolio/board" : "portfolio/board :: lines";
    }

    @GetMapping("/programs.csv")
    ResponseEntity<byte[]> csv(BoardAsked asked, Principal person, HttpServletRequest request) {
        return file("csv", new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .body(export.csv(all(asked, person, request)));
    }

    @GetMapping("/programs.xlsx")
    ResponseEntity<byte[]> xlsx(BoardAsked asked, Principal person, HttpServletRequest request) {
        return file("xlsx", MediaType.valueOf(XLSX)).body(export.xlsx(all(asked, person, request)));
    }

    @PostMapping("/programs/views")
    String keep(BoardAsked asked, @RequestParam(defaultValue = "") String name, Principal person) {
        views.keep(person.getName(), name, asked.kept());
        return "redirect:" + asked.address("/programs", 0);
    }

    @PostMapping("/programs/views/drop")
    String drop(@RequestParam String name, Principal person) {
        views.drop(person.getName(), name);
        return "redirect:/programs";
    }

    private List<Board.Line> all(BoardAsked asked, Principal person, HttpServletRequest request) {
        return board.lines(
                board.page(person.getName(), role(request), asked.filter(), asked.order(), 0, MOST_EXPORTED));
    }

    private ResponseEntity.BodyBuilder file(String ending, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("programs-" + LocalDate.now(clock) + "." + ending)
                                .build()
                                .toString());
    }

    /** The gate that comes next of all, when all are on the page. */
    private @Nullable BoardRow next(Board.Page page, BoardAsked asked) {
        LocalDate today = LocalDate.now(clock);
        return asked.at() > 0 || page.total() > Board.PAGE
                ? null
                : page.rows().stream()
                        .filter(row -> row.plan().nextGate() != null
                                && !row.plan().nextGate().isBefore(today))
                        .min(Comparator.comparing(
                                row -> Objects.requireNonNull(row.plan().nextGate())))
                        .orElse(null);
    }

    private static Role role(HttpServletRequest request) {
        return java.util.Arrays.stream(Role.values())
                .filter(role -> request.isUserInRole(role.name()))
                .findFirst()
                .orElse(Role.MEMBER);
    }
}
