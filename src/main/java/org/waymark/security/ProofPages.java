package org.waymark.security;

import java.security.Principal;
import java.util.Objects;
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
import org.waymark.web.Texts;

/** Takes the password that a signature asks for; it goes nowhere else and is kept nowhere. */
@Controller
class ProofPages {

    private final Proofs proofs;
    private final Texts texts;

    ProofPages(Proofs proofs, Texts texts) {
        this.proofs = proofs;
        this.texts = texts;
    }

    record Proof(@Nullable String password) {}

    /** Back from the company's sign-in without a proof: why, and the ways on. */
    @GetMapping("/account/proof")
    String page(
            @RequestParam(required = false) @Nullable String trouble,
            @RequestParam(defaultValue = "/") String back,
            Model model) {
        ProviderTrouble known = Objects.requireNonNullElse(ProviderTrouble.of(trouble), ProviderTrouble.FAILED);
        String name = Objects.requireNonNullElse(proofs.provider(), "");
        model.addAttribute("trouble", texts.of(known.key(), name));
        model.addAttribute("provider", name);
        model.addAttribute("back", ProviderRequests.local(back) ? back : "/");
        return "security/proof";
    }

    @PostMapping("/tasks/{task}/prove")
    @ResponseBody
    String prove(@PathVariable String task, @RequestParam(defaultValue = "") String password, Principal person) {
        proofs.prove(person.getName(), password);
        return texts.of("security.proof.done");
    }

    @PostMapping("/api/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@RequestBody Proof proof, Principal person) {
        proofs.prove(person.getName(), String.valueOf(proof.password()));
    }
}
