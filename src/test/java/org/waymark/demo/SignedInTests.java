package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.process.Visitor;
import org.waymark.security.NewPerson;
import org.waymark.security.People;
import org.waymark.security.PersonDirectory;

/** Where people are signed in, how they get out and how they get in again when they forgot how. */
class SignedInTests extends House {

    private static final String PASSWORD = "Waymark-demo-2026";
    private static final String OTHER = "four+horses+on+a+hill";
    private static final Pattern LINE = Pattern.compile("/account/sessions/(\\d+)/end");
    private static final Pattern LINK = Pattern.compile("http://[^<\"]*(/reset/[A-Za-z0-9]{40})");

    @Autowired
    People people;

    @Autowired
    PersonDirectory directory;

    @Test
    void aSessionIsListedAndEndsForPagesAndTasklistWhenItsPersonEndsIt() throws Exception {
        somebody("roamer");
        Visitor office = signedIn("roamer");
        Visitor phone = signedIn("roamer");
        String page = phone.get("/account").body();
        assertThat(LINE.matcher(page).results()).hasSize(2);
        assertThat(page).contains("this one");

        String first = LINE.matcher(office.get("/account").body())
                .results()
                .map(found -> found.group(1))
                .sorted(java.util.Comparator.comparingLong(Long::parseLong))
                .findFirst()
                .orElseThrow();
        assertThat(signedIn("sales")
                        .ours("POST", "/account/sessions/" + first + "/end", FORM, "")
                        .statusCode())
                .as("nobody ends another's session")
                .isEqualTo(404);
        assertThat(phone.ours("POST", "/account/sessions/" + first + "/end", FORM, "")
                        .statusCode())
                .isEqualTo(302);
        assertThat(office.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(office.get("/account").statusCode()).isEqualTo(302);
        assertThat(phone.get("/account").statusCode()).isEqualTo(200);

        Visitor third = signedIn("roamer");
        assertThat(phone.ours("POST", "/account/sessions/end", FORM, "").statusCode())
                .isEqualTo(302);
        assertThat(third.get("/account").statusCode()).isEqualTo(302);
        assertThat(LINE.matcher(phone.get("/account").body()).results()).hasSize(1);
    }

    @Test
    void anAdministratorSignsSomebodyOutEverywhereAndNobodyElseDoes() throws Exception {
        somebody("sent-out");
        Visitor them = signedIn("sent-out");
        assertThat(signedIn("manager")
                        .ours("POST", "/people/sent-out/sessions/end", FORM, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(them.get("/account").statusCode()).isEqualTo(200);
        Visitor admin = signedIn("admin");
        assertThat(admin.get("/people/sent-out").body()).contains("Where they are signed in");
        assertThat(admin.ours("POST", "/people/sent-out/sessions/end", FORM, "").statusCode())
                .isEqualTo(302);
        assertThat(them.get("/account").statusCode()).isEqualTo(302);
        assertThat(signedIn("sent-out").get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aForgottenPasswordIsChosenAnewByALinkThatOpensOnce() throws Exception {
        somebody("forgetful");
        Visitor before = signedIn("forgetful");
        String older = link("forgetful");
        String link = link("forgetful");
        Visitor nobody = new Visitor(port);
        assertThat(nobody.get(older).statusCode()).as("a newer link closes it").isEqualTo(404);
        assertThat(nobody.get("/reset/" + "x".repeat(40)).statusCode()).isEqualTo(404);
        assertThat(nobody.get(link).body()).contains("forgetful");
        assertThat(nobody.form(link, "password=" + OTHER + "&again=" + OTHER).statusCode())
                .as("without the page's token")
                .isNotEqualTo(200);
        assertThat(choose(nobody, link, "Password2026!").statusCode()).isEqualTo(422);
        assertThat(before.get("/account").statusCode()).isEqualTo(200);
        HttpResponse<String> chosen = choose(nobody, link, OTHER);
        assertThat(chosen.headers().firstValue("Location")).get().asString().endsWith("/sign-in?reset");
        assertThat(before.get("/account").statusCode())
                .as("signed out everywhere")
                .isEqualTo(302);
        assertThat(nobody.get(link).statusCode()).as("used up").isEqualTo(404);
        Visitor again = new Visitor(port);
        assertThat(again.signIn("forgetful", "four horses on a hill").headers().firstValue("Location"))
                .get()
                .asString()
                .doesNotContain("wrong");
        assertThat(again.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkOfSomebodyWhoIsClosedOutOpensNothing() throws Exception {
        somebody("gone");
        String link = link("gone");
        people.activate("gone", false, "admin");
        assertThat(new Visitor(port).get(link).statusCode()).isEqualTo(404);
        assertThat(signedIn("admin")
                        .ours("POST", "/people/gone/reset-link", FORM, "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anAdministratorEndsTheWaitAfterWrongPasswords() throws Exception {
        somebody("clumsy");
        new Visitor(port).signIn("clumsy", "wrong");
        assertThat(directory.waits("clumsy")).isPositive();
        Visitor admin = signedIn("admin");
        assertThat(admin.get("/people/clumsy").body()).contains("Let them try now");
        assertThat(admin.ours("POST", "/people/clumsy/unlock", FORM, "").statusCode())
                .isEqualTo(302);
        assertThat(directory.waits("clumsy")).isZero();
        assertThat(signedIn("clumsy").get("/account").statusCode()).isEqualTo(200);
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private HttpResponse<String> choose(Visitor visitor, String link, String password) throws Exception {
        return visitor.form(
                link,
                "_csrf=" + java.net.URLEncoder.encode(visitor.token(link), java.nio.charset.StandardCharsets.UTF_8)
                        + "&password=" + password + "&again=" + password);
    }

    private String link(String person) throws Exception {
        Matcher found = LINK.matcher(signedIn("admin")
                .ours("POST", "/people/" + person + "/reset-link", FORM, "")
                .body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void somebody(String id) {
        if (people.find(id).isEmpty()) {
            people.add(new NewPerson(id, "Robin Example", null, "MEMBER", "en", "UTC"), PASSWORD, false);
        }
    }

    private Visitor signedIn(String person) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(person, PASSWORD);
        return visitor;
    }
}
