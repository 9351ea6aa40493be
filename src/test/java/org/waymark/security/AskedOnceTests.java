package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** A request looks its session up once, also when its answer has left before it ends; a new sign-in still gets its cookie. */
class AskedOnceTests {

    private final List<String> asked = new ArrayList<>();
    private final MapSessionRepository sessions = new MapSessionRepository(new ConcurrentHashMap<>()) {
        @Override
        public @Nullable MapSession findById(String id) {
            asked.add(id);
            return super.findById(id);
        }
    };
    private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
    private MapSession session;

    @BeforeEach
    void somebodyIsSignedIn() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("WAYMARK");
        cookie.setUseBase64Encoding(false);
        cookies.setCookieSerializer(cookie);
        session = sessions.createSession();
        sessions.save(session);
    }

    @Test
    void isLookedUpOnceAlsoWhenTheAnswerHasLeft() throws Exception {
        assertThat(through(new AskedOnce(cookies), this::page).getCookie("WAYMARK"))
                .isNull();
        assertThat(asked).containsExactly(session.getId());
        asked.clear();
        through(cookies, this::page);
        assertThat(asked).as("without it").hasSize(2);
    }

    @Test
    void aSessionThatChangesItsNameTellsTheBrowser() throws Exception {
        MockHttpServletResponse answer = through(new AskedOnce(cookies), (request, response) -> {
            ((HttpServletRequest) request).getSession();
            ((HttpServletRequest) request).changeSessionId();
            response.flushBuffer();
        });
        assertThat(answer.getCookies()).hasSize(1);
        assertThat(answer.getCookie("WAYMARK").getValue()).isNotEqualTo(session.getId());
        assertThat(sessions.findById(answer.getCookie("WAYMARK").getValue())).isNotNull();
    }

    @Test
    void aSessionThatEndsTakesItsCookieAway() throws Exception {
        MockHttpServletResponse answer = through(
                new AskedOnce(cookies),
                (request, response) ->
                        ((HttpServletRequest) request).getSession().invalidate());
        assertThat(answer.getCookie("WAYMARK").getMaxAge()).isZero();
        assertThat(sessions.findById(session.getId())).isNull();
    }

    private void page(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response)
            throws java.io.IOException {
        assertThat(((HttpServletRequest) request).getSession(false)).isNotNull();
        response.getWriter().write("begun to leave");
        response.flushBuffer();
    }

    private MockHttpServletResponse through(HttpSessionIdResolver ids, FilterChain page) throws Exception {
        SessionRepositoryFilter<MapSession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(ids);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/programs");
        request.setCookies(new Cookie("WAYMARK", session.getId()));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, page);
        return response;
    }
}
