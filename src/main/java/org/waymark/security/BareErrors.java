package org.waymark.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What the server itself answers to a request too broken to reach any page carries the protecting headers too. */
@Component
class BareErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Protecting()));
    }

    private static final class Protecting extends ValveBase {
        Protecting() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
                    && !response.isCommitted()
                    && response.getHeader("Content-Security-Policy") == null) {
                response.setHeader("Content-Security-Policy", SecurityChains.CONTENT_POLICY);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("X-Frame-Options", "DENY");
                response.setHeader("Referrer-Policy", "no-referrer");
                response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }
    }
}
