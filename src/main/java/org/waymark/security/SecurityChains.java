package org.waymark.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** One sign-in for our pages, the REST API, Tasklist and Cockpit; whatever is not named here needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    AuthenticationManager signInManager(SignIn signIn) {
        return new ProviderManager(signIn);
    }

    /** Requests are observed as a whole; every step of these chains as well would cost more than most of the steps. */
    @Bean
    SecurityObservationSettings onlyWholeRequests() {
        return SecurityObservationSettings.noObservations();
    }

    /** Tasklist and Cockpit: same session; they bring their own headers and their own token against forged requests. */
    @Bean
    @Order(1)
    SecurityFilterChain engine(HttpSecurity http, Sessions sessions, Answers answers) throws Exception {
        return http.securityMatcher(Paths.ENGINE)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(Customizer.withDefaults())
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pagesToReturnTo()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .addFilterBefore(new CurrentPerson(sessions, answers, answers), AuthorizationFilter.class)
                .build();
    }

    /** A script that sends a password or a token with every call: no session, hence nothing to forge. */
    @Bean
    @Order(2)
    SecurityFilterChain scripts(
            HttpSecurity http,
            Accounts accounts,
            Sessions sessions,
            AccessTokens tokens,
            Answers answers,
            AuthenticationManager signIn)
            throws Exception {
        return http.securityMatcher(new AndRequestMatcher(
                        new OrRequestMatcher(Paths.API, Paths.METRICS),
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .authorizeHttpRequests(SecurityChains::whoMayWhat)
                .authenticationManager(signIn)
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityChains::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .addFilterBefore(new TokenSignIn(tokens, accounts, answers), BasicAuthenticationFilter.class)
                .addFilterBefore(new CurrentPerson(sessions, answers, answers), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            Sessions sessions,
            Answers answers,
            AuthenticationManager manager,
            SignIn signIn,
            ProviderDoor provider,
            ProviderSignOut signOut)
            throws Exception {
        RequestCache asked = pagesToReturnTo();
        AuthenticationSuccessHandler arrived = arrived(sessions, asked);
        provider.open(http, arrived);
        return http.authorizeHttpRequests(SecurityChains::whoMayWhat)
                .authenticationManager(manager)
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("person")
                        .passwordParameter("password")
                        .successHandler(arrived)
                        .failureHandler((request, response, refused) -> response.sendRedirect(request.getContextPath()
                                + (refused instanceof TooSoon ? "/sign-in?soon=" : "/sign-in?wrong=")
                                + signIn.waits(String.valueOf(request.getParameter("person"))))))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, person) -> sessions.over(request.getSession(false)))
                        .invalidateHttpSession(true)
                        .clearAuthentication(true)
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut))
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        // a secret or a signature lets these in, never a session: there is nothing to forge
                        .ignoringRequestMatchers(Paths.BALLOT, Paths.ENDED))
                .headers(SecurityChains::headers)
                .requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .addFilterBefore(new CurrentPerson(sessions, answers, answers), AuthorizationFilter.class)
                .build();
    }

    /** Notes where somebody is signed in now and leads them to the page they asked for. */
    private static AuthenticationSuccessHandler arrived(Sessions sessions, RequestCache asked) {
        var onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setRequestCache(asked);
        return (request, response, person) -> {
            if (person.getPrincipal() instanceof SignedIn who) {
                sessions.begin(who, request);
            }
            onwards.onAuthenticationSuccess(request, response, person);
        };
    }

    private static void whoMayWhat(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        for (AddressRule rule : AddressRule.ALL) {
            var addresses = requests.requestMatchers(rule.matcher());
            Right right = rule.right();
            if (right != null) {
                addresses.hasAuthority(right.authority());
            } else if (rule.who() == AddressRule.Who.ANYBODY) {
                addresses.permitAll();
            } else if (rule.who() == AddressRule.Who.SIGNED_IN) {
                addresses.authenticated();
            } else {
                addresses.denyAll();
            }
        }
        requests.anyRequest().denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    /** After the sign-in people return to the page they asked for, never to a script's address. */
    private static RequestCache pagesToReturnTo() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals(HttpMethod.GET.name())
                && !Paths.isFragment(request)
                && new NegatedRequestMatcher(Paths.SCRIPTED).matches(request)
                && !Paths.STATIC.matches(request)
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        return cache;
    }
}
