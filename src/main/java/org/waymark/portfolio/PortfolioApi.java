package org.waymark.portfolio;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board for programs: its rows, with the same rights and filters as on the page. */
@RestController
@RequestMapping("/api/portfolio")
class PortfolioApi {

    private final Board board;

    PortfolioApi(Board board) {
        this.board = board;
    }

    @GetMapping
    List<Board.Line> rows(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sponsor,
            @RequestParam(required = false) @Nullable String manager,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "state") String sort,
            Principal person) {
        return board.lines(
                person.getName(),
                new Board.Filter(q, sponsor, manager, state, stage, function, late),
                sort,
                page,
                size);
    }
}
