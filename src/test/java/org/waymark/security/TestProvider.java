package org.waymark.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** A company's provider of sign-ins: Spring's own authorization server on a port of this machine. */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "waymark";
    public static final String SECRET = "a-secret-between-two-servers";
    public static final String PASSWORD = "at the company";

    private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();
    private static final Map<String, Object> SESSIONS = new ConcurrentHashMap<>();
    private static volatile boolean asksAgain = true;

    private final ConfigurableApplicationContext context;

    private final String issuer;

    private TestProvider(ConfigurableApplicationContext context, String issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    /** Starts it for a Waymark that answers at this address. */
    public static TestProvider start(int port, String waymark) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "spring.config.name=provider",
                        "server.address=127.0.0.1",
                        "server.port=" + port,
                        "server.servlet.session.cookie.name=PROVIDER",
                        "waymark=" + waymark)
                .run();
        return new TestProvider(context, "http://127.0.0.1:" + port);
    }

    /** What it says about somebody from now on. */
    public static void says(String person, Map<String, Object> claims) {
        CLAIMS.put(person, claims);
    }

    /** Its own name for the session somebody signed in last with. */
    public static String session(String person) {
        return String.valueOf(SESSIONS.get(person));
    }

    /** A token signed with its key, as it says that a session is over; more claims replace the usual ones. */
    public String ending(Map<String, Object> more) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .audience(List.of(CLIENT))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(120))
                .id(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        more.forEach(claims::claim);
        return context.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256)
                                .type("logout+jwt")
                                .build(),
                        claims.build()))
                .getTokenValue();
    }

    /** Whether it heeds the wish that somebody sign in once more. */
    public static void asksAgain(boolean asks) {
        asksAgain = asks;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not a configuration by name: the product's own search for such would find it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        org.springframework.boot.autoconfigure.security.oauth2.server.servlet
                .OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Setup {
        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, one -> one.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(
                            errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .addFilterAfter(onceMore(), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain pages(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        /** {@code prompt=login}: whoever is signed in here signs in anew, once for each wish. */
        private static Filter onceMore() {
            return (request, response, chain) -> {
                if (asksAgain && "login".equals(request.getParameter("prompt"))) {
                    var http = (HttpServletRequest) request;
                    String wish = request.getParameter("state");
                    HttpSession session = http.getSession(false);
                    if (session == null || !wish.equals(session.getAttribute("wish"))) {
                        if (session != null) {
                            session.invalidate();
                        }
                        SecurityContextHolder.clearContext();
                        http.getSession().setAttribute("wish", wish);
                    }
                }
                chain.doFilter(request, response);
            };
        }

        @Bean
        UserDetailsService users() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("USER")
                    .build();
        }

        @Bean
        InMemoryRegisteredClientRepository clients(org.springframework.core.env.Environment environment) {
            String waymark = environment.getRequiredProperty("waymark");
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId(CLIENT)
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(waymark + "/sign-in/from/company")
                            .postLogoutRedirectUri(waymark + "/sign-in?out")
                            .scope("openid")
                            .scope("profile")
                            .scope("email")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(false)
                                    .build())
                            .build());
        }

        @Bean
        JwtEncoder encoder(JWKSource<SecurityContext> keys) {
            return new NimbusJwtEncoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return context -> {
                if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                    context.getClaims()
                            .claims(all ->
                                    SESSIONS.put(context.getPrincipal().getName(), String.valueOf(all.get("sid"))))
                            .claims(all -> all.putAll(
                                    CLAIMS.getOrDefault(context.getPrincipal().getName(), Map.of())));
                }
            };
        }
    }
}
