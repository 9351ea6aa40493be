package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The way out at the provider: named by its token, unless the address would be too long to be taken. */
class ProviderSignOutTests {

    private static final String END = "https://id.example/logout?tenant=a";

    @Test
    void aTokenOfUsualLengthNamesTheSessionThatEnds() {
        assertThat(address("e".repeat(900)))
                .startsWith(END + "&")
                .contains(
                        "id_token_hint=eee", "client_id=waymark", "post_logout_redirect_uri=https://waymark.example/");
    }

    @Test
    void aTokenWithVeryManyGroupsIsLeftOut() {
        assertThat(address("e".repeat(3900)).length()).isLessThanOrEqualTo(4096);
        assertThat(address("e".repeat(4096)))
                .doesNotContain("id_token_hint")
                .contains("client_id=waymark", "post_logout_redirect_uri=https://waymark.example/");
    }

    private static String address(String token) {
        return ProviderSignOut.address(END, token, "waymark", "https://waymark.example/sign-in?out");
    }
}
