package org.waymark.gate;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.waymark.security.Proofs;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Who decides at a gate, who may not and why, and the exceptions that take a second name. */
@Controller
class PanelPages {

    private static final String PAGE = "/programs/{code}/gates/{stage}/panel";
    private static final String API = "/api/programs/{code}/gates/{stage}/exceptions";

    private final PanelPage page;
    private final GatePage gate;
    private final SecondName secondName;
    private final Exemptions exemptions;
    private final Proofs proofs;
    private final Texts texts;

    PanelPages(
            PanelPage page, GatePage gate, SecondName secondName, Exemptions exemptions, Proofs proofs, Texts texts) {
        this.page = page;
        this.gate = gate;
        this.secondName = secondName;
        this.exemptions = exemptions;
        this.proofs = proofs;
        this.texts = texts;
    }

    /** Who is to decide although they are barred, and why. */
    record Wish(@Nullable String person, @Nullable String reason) implements Serializable {}

    @GetMapping(PAGE)
    String page(@PathVariable String code, @PathVariable String stage, Principal reader, Model model) {
        gate.mayVisit(code, stage, reader.getName());
        model.addAllAttributes(page.model(code, stage, reader.getName()));
        model.addAttribute("proved", proofs.fresh(reader.getName()));
        return "gate/panel";
    }

    @PostMapping(PAGE)
    String ask(
            @PathVariable String code,
            @PathVariable String stage,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String reason,
            Principal by,
            RedirectAttributes said) {
        said.addFlashAttribute("typed", new Wish(person, reason));
        return done(
                code,
                stage,
                by,
                said,
                "gate.exemption.asked",
                () -> secondName.ask(code, stage, person, reason, by.getName()));
    }

    @PostMapping(PAGE + "/{id}/confirm")
    String confirm(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String password,
            Principal by,
            RedirectAttributes said) {
        return done(code, stage, by, said, "gate.exemption.confirmed", () -> {
            if (!password.isEmpty() && !proofs.fresh(by.getName())) {
                proofs.prove(by.getName(), password);
            }
            secondName.confirm(code, stage, id, by.getName());
        });
    }

    @PostMapping(PAGE + "/{id}/decline")
    String decline(
            @PathVariable String code,
            @PathVariable String stage,
            @PathVariable long id,
            Principal by,
            RedirectAttributes said) {
        return done(
                code,
                stage,
                by,
                said,
                "gate.exemption.declined",
                () -> secondName.decline(code, stage, id, by.getName()));
    }

    private String done(String code, String stage, Principal by, RedirectAttributes said, String key, Runnable act) {
        gate.mayVisit(code, stage, by.getName());
        try {
            act.run();
            said.getFlashAttributes().remove("typed");
            said.addFlashAttribute("done", texts.of(key));
        } catch (Refusal refusal) {
            said.addFlashAttribute("refused", texts.of(refusal));
        }
        return "redirect:/programs/" + code + "/gates/" + stage + "/panel";
    }

    @GetMapping(API)
    @ResponseBody
    List<Exemption> all(@PathVariable String code, @PathVariable String stage, Principal reader) {
        gate.mayVisit(code, stage, reader.getName());
        return exemptions.of(code, stage);
    }

    @PostMapping(API)
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    Exemption ask(@PathVariable String code, @PathVariable String stage, @RequestBody Wish wish, Principal by) {
        gate.mayVisit(code, stage, by.getName());
        return secondName.ask(code, stage, wish.person(), wish.reason(), by.getName());
    }

    @PostMapping(API + "/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String code, @PathVariable String stage, @PathVariable long id, Principal by) {
        gate.mayVisit(code, stage, by.getName());
        secondName.confirm(code, stage, id, by.getName());
    }

    @PostMapping(API + "/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable String code, @PathVariable String stage, @PathVariable long id, Principal by) {
        gate.mayVisit(code, stage, by.getName());
        secondName.decline(code, stage, id, by.getName());
    }
}
