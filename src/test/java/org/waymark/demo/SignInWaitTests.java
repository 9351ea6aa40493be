package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.security.PersonDirectory;

/** After a wrong password the next one is looked at some seconds later, and the page says how many. */
class SignInWaitTests extends House {

    @Autowired
    PersonDirectory directory;

    @AfterEach
    void forget() {
        engine.getIdentityService().unlockUser("agent2");
    }

    @Test
    void thePageSaysHowLongToWaitForNamesPeopleHaveAndNamesNobodyHas() throws Exception {
        for (String name : new String[] {"agent2", "nobody-here"}) {
            Browsing visitor = Browsing.nobody(port);
            String wrong = visitor.form("/sign-in", "/sign-in", "person=" + name + "&password=wrong")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(wrong).as(name).matches(".*/sign-in\\?wrong=[34]");
            assertThat(visitor.get(path(wrong)).body())
                    .as(name)
                    .contains("do not belong together")
                    .containsPattern("Please wait [34] seconds before you try again");

            String soon = visitor.form("/sign-in", "/sign-in", "person=" + name + "&password=Waymark-demo-2026")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(soon).as(name).matches(".*/sign-in\\?soon=[1234]");
            assertThat(visitor.get(path(soon)).body())
                    .as(name)
                    .contains("not even with the right one")
                    .containsPattern("Please wait (one second|[234] seconds), then try again");
        }
        assertThat(directory.waits("agent2")).isPositive();
        assertThat(directory.waits("agent3")).isZero();
    }

    @Test
    void whatTheAddressSaysIsRepeatedAsANumberUpToAMinuteOnly() throws Exception {
        Browsing visitor = Browsing.nobody(port);
        assertThat(visitor.get("/sign-in?soon=999").body()).contains("Please wait 60 seconds");
        assertThat(visitor.get("/sign-in?wrong=%3Cu%3E").body())
                .contains("Please try again.")
                .doesNotContain("<u>");
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/sign-in"));
    }
}
