package org.waymark.security;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an administrator takes a person apart again from somebody at the provider, and signs them out. */
@Controller
class ProviderLinks {
    private final People people;
    private final Identities identities;
    private final Sessions sessions;

    ProviderLinks(People people, Identities identities, Sessions sessions) {
        this.people = people;
        this.identities = identities;
        this.sessions = sessions;
    }

    @PostMapping("/people/{id}/unlink")
    @Transactional
    public String unlink(@PathVariable String id) {
        identities.unlink(people.get(id).id());
        sessions.endAll(id);
        return "redirect:/people/" + id + "?ended";
    }
}
