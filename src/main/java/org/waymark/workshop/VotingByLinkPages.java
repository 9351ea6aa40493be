package org.waymark.workshop;

import java.security.Principal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.process.WorkItem;
import org.waymark.program.Programs;
import org.waymark.security.People;
import org.waymark.stakeholder.Team;
import org.waymark.web.Addresses;

/** Where links and codes are given out: each secret is shown once, in the answer that made it. */
@Controller
class VotingByLinkPages {

    private final VotingByLink voting;
    private final BallotMails mails;
    private final Workshops workshops;
    private final Programs programs;
    private final Team team;
    private final People people;
    private final Clock clock;
    private final Addresses addresses;

    VotingByLinkPages(
            VotingByLink voting,
            BallotMails mails,
            Workshops workshops,
            Programs programs,
            Team team,
            People people,
            Clock clock,
            Addresses addresses) {
        this.voting = voting;
        this.mails = mails;
        this.workshops = workshops;
        this.programs = programs;
        this.team = team;
        this.people = people;
        this.clock = clock;
        this.addresses = addresses;
    }

    /** A ballot that waits, and whether its owner can be, or was, asked by mail. */
    record Open(WorkItem item, boolean reached, boolean asked) {}

    /** A leave that was given, and whether it still opens anything. */
    record Given(Pass pass, String state) {}

    @GetMapping("/programs/{code}/voting")
    String voting(@PathVariable String code, Principal person, Model model) {
        team.mustSee(code, person.getName());
        OffsetDateTime now = OffsetDateTime.now(clock);
        model.addAttribute("program", programs.get(code));
        boolean gives = voting.gives(code, person.getName());
        model.addAttribute("gives", gives);
        Set<BallotMails.Asked> asked = gives ? mails.asked(code) : Set.of();
        model.addAttribute(
                "waiting",
                gives
                        ? voting.waiting(code).stream()
                                .map(item -> open(item, String.valueOf(item.assignee()), asked))
                                .toList()
                        : List.of());
        model.addAttribute(
                "given",
                gives
                        ? voting.given(code).stream()
                                .map(pass -> new Given(pass, pass.state(now)))
                                .toList()
                        : List.of());
        model.addAttribute("mailedHours", VotingByLink.MAILED_LASTS.toHours());
        model.addAttribute("zone", ZoneId.of(people.get(person.getName()).zone()));
        return "workshop/voting";
    }

    private Open open(WorkItem item, String person, Set<BallotMails.Asked> asked) {
        return new Open(item, mails.reaches(person), asked.contains(new BallotMails.Asked(item.task(), person)));
    }

    @PostMapping("/programs/{code}/voting/link")
    String link(@PathVariable String code, @RequestParam String task, Principal person, Model model) {
        String secret = voting.link(code, task, person.getName());
        String address = addresses.here("/vote/" + secret);
        model.addAttribute("address", address);
        model.addAttribute("qr", QrCode.of(address));
        model.addAttribute("hours", VotingByLink.LINK_LASTS.toHours());
        voting.ballot(code, task)
                .map(WorkItem::assignee)
                .ifPresent(whose -> model.addAttribute("whose", people.nameOf(whose)));
        return voting(code, person, model);
    }

    /** Asks the person by mail; the link is in their mailbox alone. */
    @PostMapping("/programs/{code}/voting/mail")
    String mail(@PathVariable String code, @RequestParam String task, Principal person) {
        mails.ask(code, task, person.getName());
        return "redirect:/programs/" + code + "/voting";
    }

    @PostMapping("/programs/{code}/voting/withdraw")
    String withdraw(@PathVariable String code, @RequestParam long pass, Principal person) {
        voting.withdraw(code, pass, person.getName());
        return "redirect:/programs/" + code + "/voting";
    }

    /** Paper slips, one a person, to be printed and handed out. */
    @PostMapping("/workshops/{id}/codes")
    String codes(@PathVariable long id, Principal person, Model model) {
        model.addAttribute("slips", voting.codes(id, person.getName()));
        return room(id, person, model, "workshop/slips");
    }

    /** The room's QR code for the big screen. */
    @PostMapping("/workshops/{id}/door")
    String door(@PathVariable long id, Principal person, Model model) {
        String address = addresses.here("/vote/room/" + voting.door(id, person.getName()));
        model.addAttribute("address", address);
        model.addAttribute("qr", QrCode.of(address));
        model.addAttribute("closes", OffsetDateTime.now(clock).plus(VotingByLink.DOOR_OPEN));
        return room(id, person, model, "workshop/door");
    }

    private String room(long id, Principal person, Model model, String page) {
        Session session = workshops.get(id, person.getName());
        model.addAttribute("room", session);
        model.addAttribute("program", programs.get(session.program()));
        model.addAttribute("zone", ZoneId.of(people.get(person.getName()).zone()));
        return page;
    }
}
