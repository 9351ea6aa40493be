package org.waymark.process.door;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InsufficientAuthenticationException;

/**
 * Signs people in to Tasklist and Cockpit against this application's own engine. The engine's filter asks whichever
 * engine of that name was started last anywhere in the machine, and falls over when that one does not know the person.
 */
final class OwnEngineSignIn extends ContainerBasedAuthenticationFilter {

    private final ProcessEngine engine;

    OwnEngineSignIn(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected @Nullable ProcessEngine getAddressedEngine(String name) {
        return "default".equals(name) ? engine : null;
    }

    /** Whoever has gone since signing in is sent to sign in again. */
    @Override
    protected UserAuthentication createAuthentication(
            ProcessEngine asked, String person, @Nullable List<String> groups, @Nullable List<String> tenants) {
        UserAuthentication known = super.createAuthentication(asked, person, groups, tenants);
        if (known == null) {
            throw new InsufficientAuthenticationException("Nobody here is called " + person);
        }
        return known;
    }
}
