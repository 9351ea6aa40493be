package org.waymark.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** The administrator's page of people: who is there, who comes in next, who no longer may. */
@Controller
@RequestMapping("/people")
class PeoplePage {
    private final People people;
    private final PeopleImport imports;
    private final Texts texts;
    private final Belongings belongings;

    PeoplePage(People people, PeopleImport imports, Texts texts, Belongings belongings) {
        this.people = people;
        this.imports = imports;
        this.texts = texts;
        this.belongings = belongings;
    }

    @GetMapping
    String page(Model model) {
        var all = people.all();
        model.addAttribute("people", all);
        model.addAttribute("active", all.stream().filter(Person::active).count());
        model.addAttribute(
                "holding",
                all.stream()
                        .filter(person -> !person.active() && belongings.any(person.id()))
                        .map(Person::id)
                        .toList());
        model.asMap().putIfAbsent("typed", new NewPerson(null, null, null, Role.MEMBER.name(), null, null));
        return "security/people";
    }

    @PostMapping
    String add(NewPerson typed, Model model, HttpServletResponse response) {
        try {
            String password = people.add(typed);
            handedOut(Map.of(Objects.requireNonNullElse(typed.id(), "").strip(), password), model, response);
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            model.addAttribute("typed", typed);
        }
        return page(model);
    }

    private String person(String id, Model model) {
        model.addAttribute("person", people.get(id));
        return "security/person";
    }

    @PostMapping("/{id}")
    String change(@PathVariable String id, NewPerson typed, Model model, HttpServletResponse response) {
        try {
            people.change(typed.of(id));
            return "redirect:/people?saved";
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return person(id, model);
        }
    }

    @PostMapping("/{id}/active")
    String activate(
            @PathVariable String id,
            @RequestParam boolean active,
            Principal me,
            Model model,
            HttpServletResponse response) {
        try {
            people.activate(id, active, me.getName());
            // out at once; what they held is given to others right after
            return !active && belongings.any(id) ? "redirect:/people/" + id + "/hand-over" : "redirect:/people?saved";
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return person(id, model);
        }
    }

    @PostMapping("/{id}/password")
    String newPassword(@PathVariable String id, Model model, HttpServletResponse response) {
        handedOut(Map.of(id, people.newPassword(id)), model, response);
        return page(model);
    }

    @PostMapping("/import")
    String preview(
            @RequestParam(required = false) @Nullable String csv,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String text = file != null && !file.isEmpty()
                ? new String(file.getBytes(), StandardCharsets.UTF_8)
                : Objects.requireNonNullElse(csv, "");
        try {
            var lines = imports.preview(text);
            model.addAttribute("lines", lines);
            model.addAttribute(
                    "wrong", lines.stream().filter(line -> line.error() != null).count());
            model.addAttribute("csv", text);
            return "security/import";
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            model.addAttribute("csv", text);
            return page(model);
        }
    }

    @PostMapping("/import/confirmed")
    String store(@RequestParam String csv, Model model, HttpServletResponse response) throws IOException {
        try {
            handedOut(imports.store(csv), model, response);
            return page(model);
        } catch (Refusal refusal) {
            refused(refusal, model, response);
            return preview(csv, null, model, response);
        }
    }

    /** Passwords are shown once, on this page and nowhere else. */
    private static void handedOut(Map<String, String> passwords, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("passwords", new LinkedHashMap<>(passwords));
    }

    private void refused(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status());
        model.addAttribute("refusal", texts.of(refusal.key(), refusal.args()));
        model.addAttribute("refusedField", Objects.requireNonNullElse(refusal.field(), ""));
    }
}
