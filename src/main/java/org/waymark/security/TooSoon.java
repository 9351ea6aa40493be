package org.waymark.security;

import org.springframework.security.core.AuthenticationException;

/** A password that comes while its name still waits for an earlier wrong one is not even looked at. */
class TooSoon extends AuthenticationException {

    TooSoon() {
        super("an earlier wrong password makes this name wait");
    }
}
