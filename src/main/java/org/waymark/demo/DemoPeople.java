package org.waymark.demo;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.Proofs;

/** The people of a retail brand with 25,000 comments a week and two people answering them. */
@Component
@Profile("demo")
class DemoPeople {

    private static final List<NewPerson> SIGN_INS = List.of(
            person("admin", "Alex Admin", "ADMINISTRATOR"),
            person("manager", "Mona Manager", "MANAGER"),
            person("sponsor", "Simone Sponsor", "MEMBER"),
            person("finance", "Felix Finance", "MEMBER"),
            person("architect", "Arun Architect", "MEMBER"),
            person("legal", "Lena Legal", "MEMBER"),
            person("service", "Sara Service", "MEMBER"),
            person("marketing", "Marco Marketing", "MEMBER"),
            person("product", "Petra Product", "MEMBER"),
            person("sales", "Samir Sales", "MEMBER"),
            person("hr", "Hanna People", "MEMBER"),
            person("auditor", "Aino Auditor", "AUDITOR"));

    private static final List<NewPerson> OTHERS = List.of(
            person("advertising", "Ada Advertising", "MEMBER"),
            person("ecommerce", "Emil Commerce", "MEMBER"),
            person("research", "Rosa Research", "MEMBER"),
            person("press", "Pavel Press", "MEMBER"),
            person("agent1", "Aisha Agent", "MEMBER"),
            person("agent2", "Bo Agent", "MEMBER"),
            person("agent3", "Carla Agent", "MEMBER"),
            person("agent4", "Deniz Agent", "MEMBER"),
            person("partner1", "Ines Partner", "MEMBER"),
            person("partner2", "Jonas Partner", "MEMBER"));

    /** Whoever ran and sponsored what came before. */
    private static final List<NewPerson> EARLIER = List.of(
            person("manager2", "Nadia Novak", "MANAGER"),
            person("manager3", "Oskar Lind", "MANAGER"),
            person("sponsor2", "Tomas Adler", "MEMBER"),
            person("sponsor3", "Yara Haddad", "MEMBER"));

    private final People people;
    private final Proofs proofs;
    private final String password;

    DemoPeople(People people, Proofs proofs, @Value("${waymark.demo.password:Waymark-demo-2026}") String password) {
        this.people = people;
        this.proofs = proofs;
        this.password = password;
    }

    void invite() {
        SIGN_INS.forEach(this::invite);
        OTHERS.forEach(this::invite);
    }

    void inviteForHistory() {
        EARLIER.forEach(this::invite);
    }

    private void invite(NewPerson person) {
        if (people.find(String.valueOf(person.id())).isEmpty()) {
            people.add(person, password, false);
        }
        // the story is told without anybody signing in
        proofs.note(String.valueOf(person.id()));
    }

    private static NewPerson person(String id, String name, String role) {
        return new NewPerson(id, name, id + "@harborne.example", role, "en", "Europe/Berlin");
    }
}
