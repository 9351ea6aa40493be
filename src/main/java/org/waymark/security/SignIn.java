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

    private final Accounts accounts;
    private final PersonDirectory directory;
    private final Proofs proofs;
    private final byte[] secret = new byte[32];
    // a script sends its password with every call; proving it by bcrypt each time would cost it 80 ms a call
    private final Map<String, Long> remembered = new ConcurrentHashMap<>();

    private final StrangerWaits strangers;

    SignIn(Accounts accounts, PersonDirectory directory, Proofs proofs, Clock clock) {
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
        var account = accounts.find(id).filter(known -> known.person().active());
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
        return accounts.find(id).filter(known -> known.person().active()).isPresent()
                ? directory.waits(id)
                : strangers.seconds(id);
    }

    private static String id(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    static Authentication of(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.person().id(), account.accessVersion()),
                null,
                authorities(account.person().role()));
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
