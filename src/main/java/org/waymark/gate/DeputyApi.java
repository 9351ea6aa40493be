package org.waymark.gate;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.stakeholder.Deputy;

/** Deputies with dates, for programs that talk to Waymark. */
@RestController
@RequestMapping("/api/programs/{code}/deputies")
class DeputyApi {

    private final DeputyDesk desk;

    DeputyApi(DeputyDesk desk) {
        this.desk = desk;
    }

    /** Who stands in for whoever asks, at one gate or at every gate, from which day to which. */
    record Naming(
            @Nullable String deputy,
            @Nullable String stage,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record Answer(
            long id, String person, String deputy, @Nullable String stage, LocalDate from, LocalDate until) {

        static Answer of(Deputy deputy) {
            return new Answer(
                    deputy.id(),
                    deputy.person(),
                    deputy.deputy(),
                    deputy.stage(),
                    deputy.fromDate(),
                    deputy.untilDate());
        }
    }

    @GetMapping
    List<Answer> all(@PathVariable String code, Principal person) {
        return desk.of(code, person.getName()).stream().map(Answer::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer name(@PathVariable String code, @RequestBody Naming naming, Principal person) {
        return Answer.of(
                desk.name(code, person.getName(), naming.deputy(), naming.stage(), naming.from(), naming.until()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String code, @PathVariable long id, Principal person) {
        desk.end(code, id, person.getName());
    }
}
