package org.waymark.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets in whoever is known, active and has the right password. */
@Component
class SignIn implements AuthenticationProvider {
    private static final long REMEMBERED_NANOS = 300_000_000_000L;
    private static final int REMEMBERED_AT_MOST = 10_000;
    private static final String BY_PROVIDER = "BY_PROVIDER";

    private final Accounts accounts;
    private final PersonDirectory directory;
    private final Proofs proofs;
    private final byte[] secret = new byte[32];
    // a script sends its password with every call; proving it by bcrypt each time would cost it 80 ms a call
    private final Map<String, Long> remembered = new ConcurrentHashMap<>();

    private final StrangerWaits strangers;
    private final ProviderSettings provider;

    SignIn(Accounts accounts, PersonDirectory directory, Proofs proofs, Clock clock, ProviderSettings provider) {
        this.provider = provider;
        this.strangers = new StrangerWaits(clock);
        this.accounts = accounts;
        this.directory = directory;
        this.proofs = proofs;
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = id(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        // anew: who was signed out a moment ago at another node would come in under a number that is over already
        var account = accounts.now(id).filter(this::mayUsePassword);
        if (account.isEmpty()) {
            if (strangers.seconds(id) > 0) {
                throw new TooSoon();
            }
            // takes as long as a wrong password, so that names cannot be found out by the clock
            directory.opens("", password);
            strangers.wrong(id);
            throw new BadCredentialsException("unknown name or wrong password");
        }
        String proof = proof(id, account.get().accessVersion(), password);
        if (!isRemembered(proof)) {
            if (directory.waits(id) > 0) {
                throw new TooSoon();
            }
            if (!directory.opens(id, password)) {
                throw new BadCredentialsException("unknown name or wrong password");
            }
            if (remembered.size() >= REMEMBERED_AT_MOST) {
                remembered.clear();
            }
            remembered.put(proof, System.nanoTime());
            proofs.note(id);
        }
        return of(account.get());
    }

    /** Seconds until a password for this name is looked at again; the same whether or not anybody has the name. */
    int waits(String name) {
        String id = id(name);
        return accounts.find(id).filter(this::mayUsePassword).isPresent() ? directory.waits(id) : strangers.seconds(id);
    }

    /** Where the company's own sign-in is the only one, administrators keep their password: it may be away. */
    private boolean mayUsePassword(Account known) {
        return known.person().active()
                && (provider.passwords() || known.person().role().may(Right.KEEP_PEOPLE));
    }

    private static String id(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    static Authentication of(Account account) {
        return of(account, authorities(account.person().role()));
    }

    /** The same person with the same rights, who proves who they are at the company's provider. */
    static Authentication ofProvider(Account account) {
        return of(
                account,
                Stream.concat(
                                authorities(account.person().role()).stream(),
                                Stream.of(new SimpleGrantedAuthority(BY_PROVIDER)))
                        .toList());
    }

    private static Authentication of(Account account, List<SimpleGrantedAuthority> authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.person().id(), account.accessVersion()), null, authorities);
    }

    static boolean byProvider(@Nullable Authentication who) {
        return who != null && who.getAuthorities().stream().anyMatch(one -> BY_PROVIDER.equals(one.getAuthority()));
    }

    /** The role and every right it brings, so that a page may ask for either. */
    private static List<SimpleGrantedAuthority> authorities(Role role) {
        return Stream.concat(
                        Stream.of(role.authority()),
                        Arrays.stream(Right.values()).filter(role::may).map(Right::authority))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    private boolean isRemembered(String proof) {
        Long since = remembered.get(proof);
        return since != null && System.nanoTime() - since < REMEMBERED_NANOS;
    }

    private String proof(String id, int accessVersion, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + '\n' + accessVersion + '\n').getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
