package org.waymark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is too large, or does not say how large it is, is refused in words before anybody reads it. */
class SmallUploadsTests {

    private final SmallUploads filter = PlainAnswers.with(SmallUploads::new);

    @Test
    void whatDoesNotSayHowLongItIsIsAskedForItsLength() throws Exception {
        MockHttpServletRequest page = request("/programs/ATLAS/concerns", -1);
        page.addHeader("Transfer-Encoding", "chunked");
        MockHttpServletResponse answer = answered(page);
        assertThat(answer.getStatus()).isEqualTo(411);
        assertThat(answer.getContentAsString()).contains("does not say how long it is", "<h1>That did not work</h1>");
        MockHttpServletRequest call = request("/api/programs", -1);
        call.addHeader("Transfer-Encoding", "chunked");
        assertThat(answered(call).getContentAsString()).contains("\"status\":411", "does not say how long it is");
    }

    @Test
    void whatIsTooLargeHearsHowMuchMayCome() throws Exception {
        MockHttpServletResponse answer = answered(request("/programs/ATLAS/concerns", 7 * 1024 * 1024));
        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(answer.getContentAsString()).contains("at most 6 MB");
    }

    @Test
    void whatSaysItsLengthAndWhatHasNoneToSayPass() throws Exception {
        assertThat(answered(request("/api/programs", 5 * 1024 * 1024)).getStatus())
                .isEqualTo(200);
        assertThat(answered(request("/sign-out", -1)).getStatus()).isEqualTo(200);
        assertThat(answered(request("/api/programs/arrivals", 60 * 1024 * 1024)).getStatus())
                .isEqualTo(200);
    }

    private MockHttpServletResponse answered(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, answer, chain);
        assertThat(chain.getRequest() == null).isEqualTo(answer.getStatus() >= 400);
        return answer;
    }

    private static MockHttpServletRequest request(String path, long length) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.addPreferredLocale(Locale.ENGLISH);
        return request;
    }
}
