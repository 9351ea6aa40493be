package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.tomcat.util.http.parser.AcceptLanguage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.waymark.process.Garbage;
import org.waymark.web.Refusal;
import org.waymark.web.Texts;

/** Whatever is typed about people, asked for as a language or sent as a way back is read or refused in words. */
class InputFuzzTests {
    private final PersonRules rules = new PersonRules(List.of("en", "de", "ru", "tr"));
    private final Accounts accounts = accounts();
    private final PersonLocale locale = new PersonLocale(accounts, rules);

    private static Accounts accounts() {
        Accounts none = mock(Accounts.class);
        when(none.find(anyString())).thenReturn(Optional.empty());
        return none;
    }

    @Property(tries = 1_000)
    void aFileOfPeopleIsReadLineByLineOrRefused(@ForAll("text") String text) {
        Texts texts = mock(Texts.class);
        when(texts.of(anyString(), any(Object[].class))).thenReturn("refused");
        var file = new PeopleFile(accounts, rules, texts);
        for (String csv : List.of(text, "id,name,email,role,language,zone\n" + text, "id;name\n" + text + ";" + text)) {
            try {
                for (PeopleFile.Line line : file.read(csv)) {
                    Person person = line.person();
                    if (person != null) {
                        assertThat(person.id()).matches("[a-z0-9][a-z0-9._@-]{0,63}");
                        assertThat(person.name()).doesNotContain("\n", "\r", "\u0000");
                    }
                }
            } catch (Refusal inWords) {
                assertThat(inWords.status()).isBetween(400, 499);
            }
        }
    }

    @Property(tries = 1_000)
    void aPersonIsReadOrRefused(@ForAll("text") String one, @ForAll("text") String other) {
        try {
            Person person = rules.read(new NewPerson(one, other, other, one, other, one));
            assertThat(person.email())
                    .satisfiesAnyOf(
                            email -> assertThat(email).isNull(),
                            email -> assertThat(email).doesNotContain("\r", "\n", " "));
        } catch (Refusal inWords) {
            assertThat(inWords.status()).isBetween(400, 499);
        }
    }

    @Property(tries = 1_000)
    void whateverTheBrowserAsksForTheAnswerIsALanguageWeSpeak(@ForAll("languages") String asked) {
        List<Locale> wishes;
        try {
            wishes = AcceptLanguage.parse(new StringReader(asked)).stream()
                    .map(AcceptLanguage::getLocale)
                    .toList();
        } catch (IOException unreadable) {
            wishes = List.of(); // the server passes on none
        }
        var request = new MockHttpServletRequest() {
            @Override
            public String getHeader(String name) {
                return asked;
            }
        };
        request.setPreferredLocales(wishes.isEmpty() ? List.of(Locale.ROOT) : wishes);
        assertThat(locale.resolveLocale(request))
                .isIn(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ru"), Locale.forLanguageTag("tr"));
    }

    @Property(tries = 1_000)
    void afterASignatureTheWayBackIsAlwaysOurs(@ForAll("ways") String proof, @ForAll("ways") String from) {
        String back = ProviderRequests.back(proof, from);
        assertThat(back).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "\r", "\n", ":");
        assertThat(URI.create("https://waymark.example/x")
                        .resolve(back.replaceAll("[%#].*", ""))
                        .getHost())
                .isEqualTo("waymark.example");
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(Garbage.WORDS),
                Arbitraries.strings().ofMaxLength(70),
                Arbitraries.strings().withChars("\",;\n\r=a@.b1").ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.oneOf(
                Arbitraries.of(Garbage.WORDS),
                Arbitraries.strings().withChars("deDE-;q=0.1,*_ xtr").ofMaxLength(40));
    }

    @Provide
    Arbitrary<String> ways() {
        return Arbitraries.oneOf(
                Arbitraries.of(Garbage.WORDS),
                Arbitraries.strings().withChars("/\\:.?#@%a1-").ofMaxLength(30));
    }
}
