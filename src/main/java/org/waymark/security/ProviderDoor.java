package org.waymark.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets people in whom the company's provider vouches for, and takes its word for a signature. */
@Component
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderDoor {
    private static final Logger log = LoggerFactory.getLogger(ProviderDoor.class);
    // between their clock and ours
    private static final int SKEW_SECONDS = 60;

    private final Provider provider;
    private final ProviderTokens tokens;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Proofs proofs;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    ProviderDoor(
            Provider provider,
            ProviderTokens tokens,
            Accounts accounts,
            Sessions sessions,
            Proofs proofs,
            Clock clock) {
        this.provider = provider;
        this.tokens = tokens;
        this.accounts = accounts;
        this.sessions = sessions;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** Opens the way there and back, when there is a provider. */
    void open(HttpSecurity http, AuthenticationSuccessHandler arrived) {
        if (!provider.on()) {
            return;
        }
        var requests = new ProviderRequests(provider, clock);
        var there = new OAuth2AuthorizationRequestRedirectFilter(requests);
        there.setAuthorizationRequestRepository(requests);
        there.setAuthenticationFailureHandler(this::refused);
        var back = new OAuth2LoginAuthenticationFilter(provider::registration, new NoTokensKept(), Provider.RETURN);
        back.setAuthorizationRequestRepository(requests);
        back.setAuthenticationManager(tokens.manager());
        back.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        // what goes into the session is the person here, the same as after a password
        back.setSecurityContextRepository(new NullSecurityContextRepository());
        back.setAuthenticationSuccessHandler((request, response, who) -> arrived(request, response, who, arrived));
        back.setAuthenticationFailureHandler(this::refused);
        http.addFilterBefore(there, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(back, UsernamePasswordAuthenticationFilter.class);
    }

    private void arrived(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            AuthenticationSuccessHandler onwards)
            throws IOException, jakarta.servlet.ServletException {
        if (!(who.getPrincipal() instanceof ProviderTokens.Arrived arrived)) {
            throw new IllegalStateException("nobody of ours came back");
        }
        ProviderRequests.Proof proof = ProviderRequests.proof(request);
        SignedIn here = signedIn(request);
        if (proof != null && here != null) {
            prove(arrived, here, proof, response);
            return;
        }
        Account account = accounts.now(arrived.person()).orElseThrow();
        Authentication ours = SignIn.ofProvider(account);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ours);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        ProviderSignOut.remember(request.getSession(), arrived.getIdToken().getTokenValue());
        Sessions.comesFrom(request.getSession(), arrived.getIdToken().getClaimAsString("sid"));
        Instant at = arrived.getAuthenticatedAt();
        if (at != null) {
            proofs.note(arrived.person(), at);
        }
        onwards.onAuthenticationSuccess(request, response, ours);
    }

    /** The same person, and signed in there after they were asked to. */
    private void prove(
            ProviderTokens.Arrived arrived, SignedIn here, ProviderRequests.Proof proof, HttpServletResponse response)
            throws IOException {
        Instant at = arrived.getAuthenticatedAt();
        if (!arrived.person().equals(here.id())) {
            response.sendRedirect(proofPage(ProviderTrouble.OTHER, proof));
        } else if (at == null || at.getEpochSecond() < proof.since() - SKEW_SECONDS) {
            response.sendRedirect(proofPage(ProviderTrouble.OLD, proof));
        } else {
            proofs.note(here.id());
            response.sendRedirect(proof.back());
        }
    }

    private @Nullable SignedIn signedIn(HttpServletRequest request) {
        Authentication known = contexts.loadDeferredContext(request).get().getAuthentication();
        HttpSession session = request.getSession(false);
        return known != null
                        && known.getPrincipal() instanceof SignedIn who
                        && sessions.admits(who, session).isPresent()
                ? who
                : null;
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
            throws IOException {
        ProviderTrouble trouble = ProviderTrouble.of(thrown);
        // their words may be anybody's: the address carries them
        log.info(
                "{} let nobody in ({}): {}",
                provider.name(),
                trouble,
                String.valueOf(thrown.getMessage()).replaceAll("[^\\w .:,\\[\\]()-]", "?"));
        ProviderRequests.Proof proof = ProviderRequests.proof(request);
        response.sendRedirect(
                proof != null && signedIn(request) != null
                        ? proofPage(trouble, proof)
                        : "/sign-in?provider=" + trouble.word());
    }

    private static String proofPage(ProviderTrouble trouble, ProviderRequests.Proof proof) {
        return "/account/proof?trouble=" + trouble.word() + "&back="
                + URLEncoder.encode(proof.back(), StandardCharsets.UTF_8);
    }

    /** We ask the provider who somebody is and nothing else: there is no token to keep. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
