package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.waymark.web.Refusal;

/** Who somebody from the company's provider is here, by the rules the house set. */
class ProviderPeopleTests {
    private static final String ISSUER = "https://login.example";

    private final Identities identities = mock(Identities.class);
    private final Accounts accounts = mock(Accounts.class);
    private final People people = mock(People.class);
    private final PersonRules rules = new PersonRules(List.of("en", "de"));
    private final Person mia = person("mia", Role.MEMBER, true);

    private static Person person(String id, Role role, boolean active) {
        return new Person(id, id, id + "@acme.example", role, "en", "Europe/Berlin", active);
    }

    private static ProviderSettings settings(ProviderSettings.Link link, boolean create, String... roles) {
        return new ProviderSettings(
                ISSUER, "waymark", "", "", List.of("openid"), "groups", List.of(roles), link, "login", create, true);
    }

    private String arrive(ProviderSettings settings, Map<String, Object> claims) {
        return new ProviderPeople(settings, identities, accounts, people, rules).arrive(who(claims));
    }

    private static OidcUser who(Map<String, Object> claims) {
        var all = new HashMap<>(claims);
        all.putIfAbsent("sub", "4711");
        Instant now = Instant.EPOCH;
        return new DefaultOidcUser(List.of(), new OidcIdToken("token", now, now.plusSeconds(60), all));
    }

    private void knows(Person person) {
        when(people.get(person.id())).thenReturn(person);
        when(people.find(person.id())).thenReturn(Optional.of(person));
    }

    @Test
    void aVerifiedAddressLinksOnceWhateverItsCase() {
        knows(mia);
        when(accounts.withEmail("mia@acme.example")).thenReturn(List.of("mia"));
        var settings = settings(ProviderSettings.Link.EMAIL, false);
        assertThat(arrive(settings, Map.of("email", "Mia@Acme.example", "email_verified", true)))
                .isEqualTo("mia");
        verify(identities).link(ISSUER, "4711", "mia");
        when(identities.linked(ISSUER, "mia")).thenReturn(true);
        refused("taken", settings, Map.of("sub", "4712", "email", "mia@acme.example", "email_verified", true));
    }

    @Test
    void anAddressOfTwoAnUnverifiedOneAndNoneLinkNobody() {
        var settings = settings(ProviderSettings.Link.EMAIL, false);
        when(accounts.withEmail("team@acme.example")).thenReturn(List.of("mia", "tom"));
        refused("unknown", settings, Map.of("email", "team@acme.example", "email_verified", true));
        when(accounts.withEmail("mia@acme.example")).thenReturn(List.of("mia"));
        refused("unknown", settings, Map.of("email", "mia@acme.example"));
        refused("unknown", settings, Map.of("email", "mia@acme.example", "email_verified", false));
        refused("unknown", settings, Map.of());
        verify(identities, never()).link(anyString(), anyString(), anyString());
    }

    @Test
    void aSignInNameLinksOnlyWhereTheHouseTrustsIt() {
        knows(mia);
        assertThat(arrive(settings(ProviderSettings.Link.USERNAME, false), Map.of("login", "MIA")))
                .isEqualTo("mia");
        refused("unknown", settings(ProviderSettings.Link.NONE, false), Map.of("login", "mia"));
    }

    @Test
    void somebodyUnknownIsAddedAsAMemberOnlyWhereTheHouseSaysSo() {
        when(people.add(any(), anyString(), anyBoolean())).thenReturn(person("new", Role.MEMBER, true));
        assertThat(arrive(
                        settings(ProviderSettings.Link.EMAIL, true),
                        Map.of("login", "New", "name", "Nia New", "locale", "de-AT", "email", "nia@acme.example")))
                .isEqualTo("new");
        var added = ArgumentCaptor.forClass(NewPerson.class);
        verify(people).add(added.capture(), anyString(), eq(false));
        assertThat(added.getValue()).isEqualTo(new NewPerson("new", "Nia New", null, Role.MEMBER.name(), "de", null));
        knows(mia);
        refused("taken", settings(ProviderSettings.Link.EMAIL, true), Map.of("login", "mia"));
        when(people.add(any(), anyString(), anyBoolean())).thenThrow(Refusal.invalid("security.person.id", "?"));
        refused("unknown", settings(ProviderSettings.Link.EMAIL, true), Map.of("login", "no such; name"));
    }

    @Test
    void groupsGiveTheFirstRoleThatFitsAndTakeItAway() {
        when(identities.person(ISSUER, "4711")).thenReturn(Optional.of("mia"));
        knows(mia);
        var settings = settings(ProviderSettings.Link.NONE, false, "wm-admins=administrator", "wm-audit = AUDITOR");
        arrive(settings, Map.of("groups", List.of("wm-audit", "wm-admins")));
        verify(people).change(new NewPerson("mia", "mia", mia.email(), "ADMINISTRATOR", "en", "Europe/Berlin"));
        knows(person("mia", Role.ADMINISTRATOR, true));
        when(accounts.administratorsBut("mia")).thenReturn(1);
        arrive(settings, Map.of("groups", List.of("others")));
        verify(people).change(new NewPerson("mia", "mia", mia.email(), "MEMBER", "en", "Europe/Berlin"));
        // the last administrator stays one, and comes in
        when(accounts.administratorsBut("mia")).thenReturn(0);
        assertThat(arrive(settings, Map.of("groups", "others"))).isEqualTo("mia");
        verify(people, times(2)).change(any());
    }

    @Test
    void withoutTheClaimNobodyComesInWhereRolesDependOnIt() {
        when(identities.person(ISSUER, "4711")).thenReturn(Optional.of("mia"));
        knows(mia);
        refused("groups", settings(ProviderSettings.Link.NONE, false, "wm=auditor"), Map.of());
        assertThat(arrive(settings(ProviderSettings.Link.NONE, false), Map.of()))
                .isEqualTo("mia");
        verify(people, never()).change(any());
    }

    @Test
    void aPathLeadsIntoAClaim() {
        when(identities.person(ISSUER, "4711")).thenReturn(Optional.of("mia"));
        knows(mia);
        var nested = new ProviderSettings(
                ISSUER,
                "waymark",
                "",
                "",
                List.of("openid"),
                "realm.roles",
                List.of("audit=auditor"),
                ProviderSettings.Link.NONE,
                "login",
                false,
                true);
        arrive(nested, Map.of("realm", Map.of("roles", List.of("audit"))));
        verify(people).change(new NewPerson("mia", "mia", mia.email(), "AUDITOR", "en", "Europe/Berlin"));
        refused("groups", nested, Map.of("realm", "flat"));
    }

    @Test
    void whoIsClosedHereStaysOutAndNothingAboutThemChanges() {
        when(identities.person(ISSUER, "4711")).thenReturn(Optional.of("mia"));
        knows(person("mia", Role.MEMBER, false));
        refused("closed", settings(ProviderSettings.Link.NONE, true, "x=administrator"), Map.of("groups", "x"));
        verify(people, never()).change(any());
    }

    @Test
    void settingsThatCannotBeMeantStopTheStart() {
        assertThatThrownBy(() -> settings(ProviderSettings.Link.NONE, false, "no role"))
                .hasMessageContaining("waymark.oidc.roles");
        assertThatThrownBy(() -> settings(ProviderSettings.Link.NONE, false, "group=emperor"))
                .hasMessageContaining("group=emperor");
        assertThatThrownBy(() -> new ProviderSettings(
                        "http://login.example",
                        "x",
                        "",
                        "",
                        List.of(),
                        "g",
                        List.of(),
                        ProviderSettings.Link.EMAIL,
                        "l",
                        false,
                        true))
                .hasMessageContaining("https://");
    }

    @Test
    void afterASignatureTheWayLeadsBackHomeAndNowhereElse() {
        assertThat(ProviderRequests.back("a1-b2", "https://waymark.example/my-work/a1-b2"))
                .isEqualTo("/my-work/a1-b2");
        assertThat(ProviderRequests.back("a1-b2", "https://waymark.example/camunda/app/tasklist/default/"))
                .isEqualTo("/camunda/app/tasklist/default/#/?task=a1-b2");
        assertThat(ProviderRequests.back("/gate-day", null)).isEqualTo("/gate-day");
        for (String elsewhere :
                List.of("//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: x=1", "")) {
            assertThat(ProviderRequests.back(elsewhere, null)).as(elsewhere).isEqualTo("/");
        }
    }

    /** The engine's web interface asks for the name alone, so Tasklist takes either for the same person. */
    @Test
    void whoeverComesFromTheProviderIsTheSamePersonWithTheSameRights() {
        var account = new Account(mia, false, 3, "");
        var typed = SignIn.of(account);
        var vouched = SignIn.ofProvider(account);
        assertThat(vouched.getPrincipal()).isEqualTo(typed.getPrincipal());
        assertThat(vouched.getName()).isEqualTo("mia");
        assertThat(vouched.getAuthorities()).hasSize(typed.getAuthorities().size() + 1);
        assertThat(vouched.getAuthorities().containsAll(typed.getAuthorities())).isTrue();
        assertThat(SignIn.byProvider(vouched)).isTrue();
        assertThat(SignIn.byProvider(typed)).isFalse();
    }

    @Test
    void whereTheProviderIsTheOnlyWayAdministratorsKeepTheirPassword() {
        var directory = mock(PersonDirectory.class);
        when(directory.opens(anyString(), eq("right"))).thenReturn(true);
        when(accounts.now("mia")).thenReturn(Optional.of(new Account(mia, false, 1, "")));
        when(accounts.now("ada"))
                .thenReturn(Optional.of(new Account(person("ada", Role.ADMINISTRATOR, true), false, 1, "")));
        var only = new ProviderSettings(
                ISSUER, "waymark", "", "", List.of(), "g", List.of(), ProviderSettings.Link.EMAIL, "l", false, false);
        var signIn = new SignIn(accounts, directory, mock(Proofs.class), java.time.Clock.systemUTC(), only);
        assertThat(signIn.authenticate(attempt("ada")).getName()).isEqualTo("ada");
        assertThatThrownBy(() -> signIn.authenticate(attempt("mia")))
                .isInstanceOf(org.springframework.security.authentication.BadCredentialsException.class);
    }

    private static org.springframework.security.core.Authentication attempt(String id) {
        return org.springframework.security.authentication.UsernamePasswordAuthenticationToken.unauthenticated(
                id, "right");
    }

    private void refused(String word, ProviderSettings settings, Map<String, Object> claims) {
        assertThatThrownBy(() -> arrive(settings, claims))
                .isInstanceOfSatisfying(
                        org.springframework.security.oauth2.core.OAuth2AuthenticationException.class,
                        thrown -> assertThat(thrown.getError().getErrorCode()).isEqualTo(word));
    }
}
