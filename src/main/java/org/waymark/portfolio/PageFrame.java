package org.waymark.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.security.Right;
import org.waymark.security.Role;

/** What stands around every page for the person who is signed in; asked for only by pages that draw it, and once. */
public final class PageFrame {

    private final Supplier<Desk.Reader> desk;
    private Desk.@Nullable Reader reader;

    PageFrame(Supplier<Desk.Reader> desk) {
        this.desk = desk;
    }

    /** One way in the navigation, with how many things wait there. */
    public record Way(String name, String href, int count) {}

    public String getPersonName() {
        return reader().name();
    }

    public List<Way> getItems() {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("board", "/programs", 0));
        ways.add(new Way("my-work", "/my-work", reader().work().size()));
        ways.add(new Way("tasklist", "/camunda/app/tasklist/default/", 0));
        ways.add(new Way("calendar", "/calendar", 0));
        ways.add(new Way("ledger", "/ledger", 0));
        ways.add(new Way("catalogue", "/catalogue", 0));
        Role role = reader().role();
        if (role.may(Right.KEEP_PEOPLE)) {
            ways.add(new Way("people", "/people", 0));
        }
        if (role.may(Right.KEEP_GATE_RULES)) {
            ways.add(new Way("gates", "/admin/gates", 0));
        } else if (role.may(Right.READ_RULE_CHANGES)) {
            ways.add(new Way("gate-changes", "/gates/changes", 0));
        }
        if (role.may(Right.RUN_THE_HOUSE)) {
            ways.add(new Way("mail", "/admin/mail", 0));
        }
        if (role.may(Right.READ_RIGHTS)) {
            ways.add(new Way("rights", "/rights", 0));
        }
        return ways;
    }

    private Desk.Reader reader() {
        Desk.Reader known = reader;
        if (known == null) {
            known = desk.get();
            reader = known;
        }
        return known;
    }
}
