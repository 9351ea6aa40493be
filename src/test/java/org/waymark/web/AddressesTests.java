package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** One piece knows where the house is, whatever way its address was written. */
class AddressesTests {

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whatTheHouseWasToldCountsEverywhereWithOneStrokeBetween() {
        somebodyAsks();
        for (String told : List.of("https://waymark.example", " https://waymark.example// ")) {
            Addresses addresses = AddressStand.at(told);
            assertThat(addresses.of("/my-work")).isEqualTo("https://waymark.example/my-work");
            assertThat(addresses.here("/reset/x")).isEqualTo("https://waymark.example/reset/x");
            assertThat(addresses.pattern("/sign-in/from/company"))
                    .isEqualTo("https://waymark.example/sign-in/from/company");
        }
    }

    @Test
    void aHouseThatWasToldNothingKnowsWhereTheBrowserFoundIt() {
        somebodyAsks();
        Addresses addresses = AddressStand.at("");
        assertThat(addresses.of("/my-work")).isEqualTo("http://localhost:8080/my-work");
        assertThat(addresses.here("/reset/x")).isEqualTo("https://inside.example:8443/reset/x");
        assertThat(addresses.pattern("/sign-in/from/company")).isEqualTo("{baseUrl}/sign-in/from/company");
    }

    @Test
    void nobodyElseReadsWhatTheHouseWasTold() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("${waymark.address"))
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("Addresses.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void somebodyAsks() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/people/mona");
        request.setScheme("https");
        request.setServerName("inside.example");
        request.setServerPort(8443);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
