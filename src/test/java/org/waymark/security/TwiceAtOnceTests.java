package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.waymark.web.Refusal;

/** The same person made or linked twice at the same moment: one of them wins, and the other hears it in words. */
class TwiceAtOnceTests {

    private final ProviderPeople arrivals = mock(ProviderPeople.class);
    private final ProviderTokens tokens = new ProviderTokens(mock(Provider.class), arrivals, Clock.systemUTC());

    private static OidcUser mia() {
        return new DefaultOidcUser(
                List.of(),
                new OidcIdToken("token", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), Map.of("sub", "4711")));
    }

    @Test
    void theSlowerOfTwoWindowsFindsThePersonKnown() {
        when(arrivals.arrive(any()))
                .thenThrow(new DuplicateKeyException("linked"))
                .thenReturn("mia");
        assertThat(tokens.arrived(mia()).person()).isEqualTo("mia");
        when(arrivals.arrive(any()))
                .thenThrow(Refusal.conflict("security.person.exists", "mia"))
                .thenReturn("mia");
        assertThat(tokens.arrived(mia()).person()).isEqualTo("mia");
        verify(arrivals, times(4)).arrive(any());
    }

    @Test
    void whatGoesWrongAgainLeadsBackToTheSignInAndNotToAFault() {
        when(arrivals.arrive(any())).thenThrow(new DuplicateKeyException("linked"));
        assertThatThrownBy(() -> tokens.arrived(mia())).isInstanceOf(OAuth2AuthenticationException.class);
        ProviderPeople strict = mock(ProviderPeople.class);
        when(strict.arrive(any())).thenThrow(Refusal.invalid("security.person.name.missing"));
        assertThatThrownBy(() -> new ProviderTokens(mock(Provider.class), strict, Clock.systemUTC()).arrived(mia()))
                .isInstanceOf(OAuth2AuthenticationException.class);
        verify(strict).arrive(any());
    }

    @Test
    void twoAdministratorsWhoAddTheSamePersonHearThatThereIsOne() {
        Accounts accounts = mock(Accounts.class);
        PersonDirectory directory = mock(PersonDirectory.class);
        when(accounts.find("nia")).thenReturn(Optional.empty());
        doThrow(new DuplicateKeyException("nia")).when(accounts).insert(any(), anyBoolean());
        People people = new People(
                accounts,
                new PersonRules(List.of("en")),
                directory,
                mock(AccessTokens.class),
                mock(ApplicationEventPublisher.class));
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> people.add(
                        new NewPerson("nia", "Nia New", null, null, null, null), "a long password of 2026", true));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.key()).isEqualTo("security.person.exists");
        verifyNoInteractions(directory);
    }
}
