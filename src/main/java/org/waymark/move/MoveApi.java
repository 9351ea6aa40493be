package org.waymark.move;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The same by the API: a file is brought and answered with what it would make, then taken in. */
@RestController
@RequestMapping("/api/programs/arrivals")
class MoveApi {

    private final Arrivals arrivals;

    MoveApi(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** Under which code, and who the people of the file are here: an id, or + to keep a name. */
    record Taking(@Nullable String code, @Nullable Map<String, String> people) {}

    /** The program that was made. */
    record Taken(String code) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Looked bring(@RequestParam MultipartFile file, Principal person) throws IOException {
        String name = file.getOriginalFilename();
        String id = arrivals.bring(file.getBytes(), name == null ? "" : name, person.getName());
        return arrivals.look(id, person.getName());
    }

    @PostMapping("/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    Taken take(@PathVariable String id, @RequestBody Taking taking, Principal person) {
        String code = taking.code();
        Map<String, String> people = taking.people();
        return new Taken(
                arrivals.take(id, code == null ? "" : code, people == null ? Map.of() : people, person.getName()));
    }
}
