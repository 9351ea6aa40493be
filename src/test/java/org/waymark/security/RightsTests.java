package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What roles bring, and that no code asks for a role where it should ask for a right. */
class RightsTests {

    // where a role itself is the subject: giving it, showing it, keeping the last administrator
    private static final Pattern ROLE_ASKED = Pattern.compile("(==|!=) Role\\.|isUserInRole\\(Role\\.");

    @Test
    void whoeverLooksAfterPeopleSeesNoProgramByThatAlone() {
        assertThat(Role.ADMINISTRATOR.may(Right.SEE_EVERY_PROGRAM)).isFalse();
        assertThat(Role.ADMINISTRATOR.may(Right.READ_EVERY_RECORD)).isFalse();
        assertThat(Role.DESIGNER.may(Right.SEE_EVERY_PROGRAM)).isFalse();
        assertThat(Role.DESIGNER.may(Right.KEEP_PEOPLE)).isFalse();
        assertThat(Role.AUDITOR.may(Right.KEEP_GATE_RULES)).isFalse();
        assertThat(Arrays.stream(Right.values()).filter(Role.OBSERVER::may)).containsExactly(Right.SEE_EVERY_PROGRAM);
        assertThat(Arrays.stream(Right.values()).filter(Role.MEMBER::may)).containsExactly(Right.TAKE_PART);
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void everyRightBelongsToSomebodyAndIsAskedForSomewhere(Right right) throws Exception {
        assertThat(Arrays.stream(Role.values()).filter(role -> role.may(right))).isNotEmpty();
        String asked = "Right." + right.name();
        boolean found = sources()
                .filter(file -> !file.endsWith("Role.java") && !file.endsWith("Right.java"))
                .map(RightsTests::text)
                .anyMatch(text -> text.contains(asked) || text.contains("isUserInRole(\"" + right.name() + "\")"));
        assertThat(found).as(asked + " is asked for").isTrue();
    }

    @Test
    void nobodyAsksForARoleToDecideWhatSomebodyMay() throws Exception {
        assertThat(asking(sources().toList())).isEmpty();
        assertThat(ROLE_ASKED.matcher("if (role == Role.ADMINISTRATOR) {").find())
                .as("the guard is awake")
                .isTrue();
    }

    @Test
    void theFirstRuleThatFitsAnAddressCounts() {
        assertThat(who("GET", "/people")).isEqualTo(Right.KEEP_PEOPLE);
        assertThat(who("GET", "/api/people")).isEqualTo(Right.LIST_PEOPLE);
        assertThat(who("POST", "/api/people")).isEqualTo(Right.KEEP_PEOPLE);
        assertThat(who("GET", "/admin/gates/routes")).isEqualTo(Right.KEEP_GATE_RULES);
        assertThat(who("GET", "/admin/anything/new")).isEqualTo(Right.RUN_THE_HOUSE);
        assertThat(who("GET", "/programs")).isNull();
    }

    /** The page prints the rules; the list of routes says what people heard: both must tell the same. */
    @Test
    void whatThePagePrintsIsWhatPeopleHear() throws Exception {
        List<String> columns = List.of();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/routes.txt"))) {
            List<String> cells = List.of(line.strip().split("\\s{2,}"));
            if (line.startsWith("route ")) {
                columns = cells;
            } else if (!line.startsWith("#")) {
                for (int column = 1; column < cells.size(); column++) {
                    asked++;
                    if (!agrees(rule(cells.get(0)), columns.get(column), cells.get(column))) {
                        wrong.add(cells.get(0) + " " + columns.get(column) + ": " + cells.get(column));
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(1_500);
        assertThat(wrong).isEmpty();
        assertThat(agrees(rule("GET /people"), "member", "in")).as("awake").isFalse();
        assertThat(agrees(rule("GET /programs"), "nobody", "in")).as("awake").isFalse();
    }

    private static boolean agrees(AddressRule rule, String who, String heard) {
        if (who.equals("nobody")) {
            return heard.equals("sign-in") != (rule.who() == AddressRule.Who.ANYBODY);
        }
        Role role = who.equals("outsider") ? Role.MEMBER : Role.valueOf(who.toUpperCase(java.util.Locale.ROOT));
        return switch (rule.who()) {
            case RIGHT -> heard.equals("no") != RightsPage.opens(rule, role);
            case NOBODY -> heard.equals("no");
            default -> !heard.equals("sign-in");
        };
    }

    private static AddressRule rule(String route) {
        String verb = route.substring(0, route.indexOf(' '));
        String path =
                route.substring(verb.length() + 1).replace("/**", "/health").replaceAll("\\{[^}]*}+", "999999");
        return first(verb.equals("ANY") ? "GET" : verb, path);
    }

    private static Right who(String verb, String path) {
        return first(verb, path).right();
    }

    private static AddressRule first(String verb, String path) {
        var request = new MockHttpServletRequest(verb, path);
        request.setServletPath(path);
        return AddressRule.ALL.stream()
                .filter(rule -> rule.matcher().matches(request))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> asking(List<Path> files) {
        return files.stream()
                .filter(file -> !file.endsWith("People.java") && !file.endsWith("PeopleApi.java"))
                .filter(file -> ROLE_ASKED.matcher(text(file)).find())
                .map(Path::toString)
                .toList();
    }

    private static Stream<Path> sources() throws Exception {
        return Files.walk(Path.of("src/main/java"))
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
