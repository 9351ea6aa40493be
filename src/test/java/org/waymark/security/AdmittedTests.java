package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Whether somebody who signed in may still be in is asked in one way, and never of what was remembered. */
class AdmittedTests {

    private final Accounts accounts = mock(Accounts.class);
    private final Sessions sessions =
            new Sessions(mock(JdbcClient.class), accounts, Clock.systemUTC(), Duration.ofHours(8));
    private final SignedIn mona = new SignedIn("mona", 3);

    private void nowIs(boolean active, int version, String ended) {
        Person person = new Person("mona", "Mona", null, Role.MEMBER, "en", "UTC", active);
        when(accounts.now("mona")).thenReturn(Optional.of(new Account(person, false, version, ended)));
        // what this node remembers is older
        Person before = new Person("mona", "Mona", null, Role.MEMBER, "en", "UTC", true);
        when(accounts.find("mona")).thenReturn(Optional.of(new Account(before, false, 3, "")));
    }

    @Test
    void whoeverWasClosedOrEndedElsewhereIsOutAtOnce() {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute("waymark.session", 12L);
        nowIs(true, 3, " 11 ");
        assertThat(sessions.admits(mona, session)).isPresent();
        assertThat(sessions.admits(mona, null)).isPresent();
        nowIs(true, 3, " 11 12 ");
        assertThat(sessions.admits(mona, session)).isEmpty();
        nowIs(true, 4, "");
        assertThat(sessions.admits(mona, session)).isEmpty();
        nowIs(false, 3, "");
        assertThat(sessions.admits(mona, session)).isEmpty();
    }

    @Test
    void whoeverSignsInAfterBeingSignedOutElsewhereStaysIn() {
        nowIs(true, 4, "");
        PersonDirectory directory = mock(PersonDirectory.class);
        when(directory.opens("mona", "right")).thenReturn(true);
        ProviderSettings passwords = new ProviderSettings(
                "", "", "", "", List.of(), "", List.of(), ProviderSettings.Link.EMAIL, "", false, true);
        SignIn signIn = new SignIn(accounts, directory, mock(Proofs.class), Clock.systemUTC(), passwords);
        SignedIn in =
                (SignedIn) signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("mona", "right"))
                        .getPrincipal();
        assertThat(sessions.admits(in, null)).isPresent();
    }

    @Test
    void thereIsNoSecondCheck() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/waymark/security"))) {
            assertThat(files.filter(file -> asks(file))
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("Sessions.java");
        }
    }

    private static boolean asks(Path file) {
        try {
            return Files.readString(file).contains(".admits(who.accessVersion())")
                    || Files.readString(file).contains(".ended(Sessions.line(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
