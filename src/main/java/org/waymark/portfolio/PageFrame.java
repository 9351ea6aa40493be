package org.waymark.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.waymark.process.WorkItems;
import org.waymark.security.People;
import org.waymark.security.Person;
import org.waymark.security.Role;

/** What stands around every page for the person who is signed in; asked for only by pages that draw it. */
public final class PageFrame {

    private final String id;
    private final People people;
    private final WorkItems items;

    PageFrame(String id, People people, WorkItems items) {
        this.id = id;
        this.people = people;
        this.items = items;
    }

    /** One way in the navigation, with how many things wait there. */
    public record Way(String name, String href, int count) {}

    public String getPersonName() {
        return people.nameOf(id);
    }

    public List<Way> getItems() {
        Role role = people.find(id).map(Person::role).orElse(Role.MEMBER);
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("board", "/programs", 0));
        ways.add(new Way("my-work", "/my-work", items.openOf(id).size()));
        ways.add(new Way("tasklist", "/camunda/app/tasklist/default/", 0));
        ways.add(new Way("ledger", "/ledger", 0));
        ways.add(new Way("catalogue", "/catalogue", 0));
        if (role == Role.ADMINISTRATOR) {
            ways.add(new Way("people", "/people", 0));
            ways.add(new Way("gates", "/admin/gates", 0));
            ways.add(new Way("mail", "/admin/mail", 0));
        }
        return ways;
    }
}
