package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser is named by what people call it, whoever else it claims to be. */
class BrowsersTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | 'Firefox, Linux'",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0"
                        + " | 'Edge, Windows'",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36 | 'Chrome, Android'",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1 | 'Safari, iPhone'",
                "Java-http-client/17 | ''",
                "<script>alert(1)</script> | ''"
            })
    void namesIt(String userAgent, String name) {
        assertThat(Browsers.name(userAgent)).isEqualTo(name);
        assertThat(Browsers.name(null)).isEmpty();
    }
}
