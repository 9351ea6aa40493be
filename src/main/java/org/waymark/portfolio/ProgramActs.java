package org.waymark.portfolio;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.program.Contributions;
import org.waymark.program.Programs;
import org.waymark.stakeholder.Member;
import org.waymark.stakeholder.Part;
import org.waymark.stakeholder.Team;

/** What a manager does on a program's page: close a round, stop, name people. */
@Controller
class ProgramActs {

    private final Programs programs;
    private final Contributions contributions;
    private final Team team;
    private final HandOver handOver;

    ProgramActs(Programs programs, Contributions contributions, Team team, HandOver handOver) {
        this.programs = programs;
        this.contributions = contributions;
        this.team = team;
        this.handOver = handOver;
    }

    @PostMapping("/programs/{code}/close")
    String close(
            @PathVariable String code,
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable String reason,
            Principal person) {
        contributions.close(code, stage, reason, person.getName());
        return "redirect:/programs/" + code;
    }

    @PostMapping("/programs/{code}/stop")
    String stop(@PathVariable String code, @RequestParam(required = false) @Nullable String reason, Principal person) {
        programs.stop(code, reason, person.getName());
        return "redirect:/programs/" + code;
    }

    @PostMapping("/programs/{code}/team")
    String join(
            @PathVariable String code,
            @RequestParam String member,
            @RequestParam Part part,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String group,
            Principal person) {
        team.join(
                new Member(code, member, part, function.isBlank() ? null : function, group.isBlank() ? null : group),
                person.getName());
        return "redirect:/programs/" + code + "#team";
    }

    @PostMapping("/programs/{code}/team/leave")
    String leave(@PathVariable String code, @RequestParam String member, @RequestParam Part part, Principal person) {
        team.leave(code, member, part, person.getName());
        if (!team.includes(code, member) && !handOver.of(code, member).isEmpty()) {
            return "redirect:/programs/" + code + "/hand-over/" + member;
        }
        return "redirect:/programs/" + code + "#team";
    }
}
