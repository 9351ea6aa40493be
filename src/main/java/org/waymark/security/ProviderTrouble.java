package org.waymark.security;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.ResourceAccessException;

/** Why the company's sign-in let somebody not in, each with a sentence of its own. */
enum ProviderTrouble {
    /** The provider does not answer. */
    AWAY("security.provider.away"),
    /** Nobody here belongs to who the provider says it is. */
    UNKNOWN("security.provider.unknown"),
    /** The person found here belongs to somebody else at the provider. */
    TAKEN("security.provider.taken"),
    CLOSED("security.provider.closed"),
    /** The provider does not say which groups somebody is in, although roles depend on it. */
    GROUPS("security.provider.groups"),
    /** Begun elsewhere, used already or too old. */
    STALE("security.provider.stale"),
    /** Called off at the provider. */
    CANCELLED("security.provider.cancelled"),
    /** For a signature: somebody else came back. */
    OTHER("security.provider.other"),
    /** For a signature: signed in earlier, not just now. */
    OLD("security.provider.old"),
    FAILED("security.provider.failed");

    private final String key;

    ProviderTrouble(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    OAuth2AuthenticationException refusal() {
        return new OAuth2AuthenticationException(new OAuth2Error(word()));
    }

    /** What the address of the sign-in page says; anything else is no trouble of ours. */
    static @Nullable ProviderTrouble of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    static ProviderTrouble of(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException || cause instanceof IOException) {
                return AWAY;
            }
            if (cause instanceof OAuth2AuthenticationException refused) {
                String code = refused.getError().getErrorCode();
                ProviderTrouble known = of(code);
                if (known != null) {
                    return known;
                }
                if (code.equals("access_denied")) {
                    return CANCELLED;
                }
                if (code.equals("authorization_request_not_found") || code.equals("invalid_state_parameter")) {
                    return STALE;
                }
            }
        }
        return FAILED;
    }
}
