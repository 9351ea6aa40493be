package org.waymark.security;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company's own sign-in (OpenID Connect). Without an issuer there is none.
 *
 * @param issuer the provider's address, as it names itself
 * @param name what stands on the button
 * @param scopes what is asked for
 * @param groupsClaim where the provider says which groups somebody is in; dots lead into it
 * @param roles lines of {@code group=role}, the first that fits counts; without any, roles are given in Waymark only
 * @param linkBy how somebody who comes for the first time is known
 * @param usernameClaim where the provider says somebody's sign-in name
 * @param createPeople whether somebody unknown is added, as a member without any program
 * @param localSignIn whether others than administrators may still sign in with a password
 */
@ConfigurationProperties("waymark.oidc")
record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> roles,
        @DefaultValue("EMAIL") Link linkBy,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("false") boolean createPeople,
        @DefaultValue("true") boolean localSignIn) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** By what somebody who comes for the first time is found among the people. */
    enum Link {
        EMAIL,
        USERNAME,
        NONE
    }

    /** A group of the provider and the role it brings. */
    record Given(String group, Role role) {}

    ProviderSettings {
        if (!issuer.isBlank()) {
            URI address = URI.create(issuer);
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost())));
            if (!safe) {
                throw new IllegalArgumentException("waymark.oidc.issuer must begin with https://");
            }
            if (clientId.isBlank()) {
                throw new IllegalArgumentException("waymark.oidc.client-id is missing");
            }
            roles.forEach(ProviderSettings::given);
        }
    }

    boolean on() {
        return !issuer.isBlank();
    }

    /** Whether everybody may sign in with a password; administrators always may. */
    boolean passwords() {
        return localSignIn || !on();
    }

    String shownName() {
        return name.isBlank() ? String.valueOf(URI.create(issuer).getHost()) : name;
    }

    List<Given> given() {
        return roles.stream().map(ProviderSettings::given).toList();
    }

    private static Given given(String line) {
        int sign = line.lastIndexOf('=');
        try {
            return new Given(
                    line.substring(0, sign).strip(),
                    Role.valueOf(line.substring(sign + 1).strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException(
                    "waymark.oidc.roles: \"" + line + "\" is not a group, an equals sign and a role", wrong);
        }
    }
}
