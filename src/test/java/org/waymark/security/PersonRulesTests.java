package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.web.Csv;
import org.waymark.web.Refusal;

class PersonRulesTests {
    private static final Person SOMEBODY =
            new Person("service", "Annabelle Schmidt", null, Role.MEMBER, "en", "UTC", true);

    private final PersonRules rules = new PersonRules(List.of("en", "de"));

    private static NewPerson person(String id, String name, String email, String role, String language, String zone) {
        return new NewPerson(id, name, email, role, language, zone);
    }

    @Test
    void fillsInWhatIsLeftOut() {
        var anna = rules.read(person(" Anna.Schmidt ", " Anna Schmidt ", "", "", "", "Europe/Berlin"));
        assertThat(anna)
                .isEqualTo(new Person("anna.schmidt", "Anna Schmidt", null, Role.MEMBER, "en", "Europe/Berlin", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "-a",
                ".a",
                "ä",
                "a/b",
                "../x",
                "camunda-admin",
                "waymark-keeper",
                "${7*7}",
                "<b>",
                "a;b"
            })
    void refusesSignInNamesTheEngineOrAnAddressWouldStumbleOver(String id) {
        assertThatThrownBy(() -> rules.read(person(id, "A", null, null, null, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.field()).isEqualTo("id");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "a, '', , , , , name",
        "a, A, not-an-address, , , , email",
        "a, A, x@y, , , , email",
        "a, A, , king, , , role",
        "a, A, , , fr, , language",
        "a, A, , , , Mars/Olympus, zone"
    })
    void namesTheFieldThatIsWrong(
            String id, String name, String email, String role, String language, String zone, String field) {
        assertThatThrownBy(() -> rules.read(person(id, name, email, role, language, zone)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void refusesLongNamesAndKeepsMarkupAsTyped() {
        assertThatThrownBy(() -> rules.read(person("a", "x".repeat(10_000), null, null, null, null)))
                .isInstanceOf(Refusal.class);
        assertThat(rules.read(person("a", "<script>${7*7}</script>", null, null, null, null))
                        .name())
                .isEqualTo("<script>${7*7}</script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "aaaaaaaaaaaa",
                "my-service-password",
                "121212121212",
                "Schmidt and horses",
                "annabelle on a hill",
                "1234567890",
                "9876543210!",
                "Password2026!",
                "P@ssw0rd2026",
                "!!Willkommen1",
                "qwertzuiop",
                "sommer2026!!",
                "football-1990",
                "passwordpassword",
                "Waymark-2026"
            })
    void refusesWeakPasswords(String password) {
        assertThatThrownBy(() -> Passwords.check(SOMEBODY, password)).isInstanceOf(Refusal.class);
    }

    @Test
    void takesSentencesAsPasswords() {
        Passwords.check(SOMEBODY, "four horses on a hill");
        Passwords.check(SOMEBODY, Passwords.random(14));
        assertThat(Passwords.random(14)).isNotEqualTo(Passwords.random(14));
    }

    @Test
    void readsFilesAsSpreadsheetsWriteThem() {
        var rows = Csv.rows("id;name\r\nanna;\"Schmidt; Anna\"\r\n\r\nben;\"Ben \"\"B\"\"\nTwo lines\"\r\ncem;Cem");
        assertThat(rows)
                .extracting(Csv.Row::number, Csv.Row::cells)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, List.of("id", "name")),
                        org.assertj.core.groups.Tuple.tuple(2, List.of("anna", "Schmidt; Anna")),
                        org.assertj.core.groups.Tuple.tuple(4, List.of("ben", "Ben \"B\"\nTwo lines")),
                        org.assertj.core.groups.Tuple.tuple(6, List.of("cem", "Cem")));
    }
}
