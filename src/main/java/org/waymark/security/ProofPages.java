package org.waymark.security;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
