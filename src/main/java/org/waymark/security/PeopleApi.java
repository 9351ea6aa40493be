package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.web.OnlyOnce;

/** People for scripts: the same rights as on the page. */
@RestController
@RequestMapping("/api/people")
class PeopleApi {
    /** Somebody just added, with the password to hand on, shown only once; it must be changed at the first sign-in. */
    record Added(Person person, String password) {}

    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    @GetMapping
    List<Person> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Boolean active,
            HttpServletRequest request) {
        boolean all = request.isUserInRole(Role.ADMINISTRATOR.name());
        String words = q.strip().toLowerCase(Locale.ROOT);
        return people.all().stream()
                .filter(person -> active == null || person.active() == active)
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(words)
                        || person.id().contains(words))
                .map(person -> all ? person : person.withoutEmail())
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@RequestBody NewPerson typed, HttpServletRequest request) {
        OnlyOnce.show("password", request);
        String password = people.add(typed);
        String id = String.valueOf(typed.id()).strip().toLowerCase(Locale.ROOT);
        return new Added(people.get(id), password);
    }
}
