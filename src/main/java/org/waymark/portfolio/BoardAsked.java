package org.waymark.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** How the board is asked for in an address: filter, order, columns, page; what is usual is left out. */
record BoardAsked(
        @Nullable String q,
        @Nullable String sponsor,
        @Nullable String manager,
        @Nullable String state,
        @Nullable String stage,
        @Nullable String function,
        @Nullable Boolean late,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable List<String> col) {

    /** What can stand beside the line, in the order of the page; the first three stand there unless asked otherwise. */
    static final List<String> COLUMNS = List.of(
            "holds",
            "gate",
            "npv",
            "days",
            "conditions",
            "investment",
            "cash",
            "alignment",
            "engagement",
            "momentum",
            "sponsor",
            "manager");

    static final List<String> USUAL = COLUMNS.subList(0, 3);

    public Board.Filter filter() {
        return new Board.Filter(
                blank(q), blank(sponsor), blank(manager), blank(state), blank(stage), blank(function), isLate());
    }

    public boolean isLate() {
        return Boolean.TRUE.equals(late);
    }

    public String order() {
        return sort == null || sort.isBlank() ? "state" : sort;
    }

    public int at() {
        return page == null ? 0 : Math.max(0, page);
    }

    public List<String> columns() {
        List<String> asked = col == null ? List.of() : col;
        List<String> known = COLUMNS.stream().filter(asked::contains).toList();
        return known.isEmpty() ? USUAL : known;
    }

    /** The same board elsewhere: another page. */
    public String address(String path, int another) {
        UriComponentsBuilder address = query(path);
        if (another > 0) {
            address.queryParam("page", another);
        }
        return address.encode().build().toUriString();
    }

    /** The same board in another order, from its first page. */
    public String sorted(String another) {
        return query("/programs")
                .replaceQueryParam("sort", another)
                .encode()
                .build()
                .toUriString();
    }

    /** Everything but the page, as text to keep. */
    public String kept() {
        String address = address("/programs", 0);
        int from = address.indexOf('?');
        return from < 0 ? "" : address.substring(from + 1);
    }

    /** What narrows the board down at the moment, for the words beside the filter. */
    public List<String> more() {
        List<String> more = new ArrayList<>();
        Board.Filter filter = filter();
        add(more, filter.sponsor());
        add(more, filter.manager());
        add(more, filter.function());
        return more;
    }

    private UriComponentsBuilder query(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Board.Filter filter = filter();
        put(address, "q", filter.q());
        put(address, "sponsor", filter.sponsor());
        put(address, "manager", filter.manager());
        put(address, "state", filter.state());
        put(address, "stage", filter.stage());
        put(address, "function", filter.function());
        put(address, "late", filter.late() ? "true" : null);
        put(address, "sort", order().equals("state") ? null : order());
        if (!columns().equals(USUAL)) {
            address.queryParam("col", columns());
        }
        return address;
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String given) {
        if (given != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, given));
        }
    }

    private static void add(List<String> more, @Nullable String given) {
        if (given != null) {
            more.add(given);
        }
    }

    private static @Nullable String blank(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
