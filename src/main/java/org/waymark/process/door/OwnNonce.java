package org.waymark.process.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives every page of Tasklist and Cockpit a script number of its own. The engine keeps the newest one for the whole
 * application, so that a page asked for while anybody else asks for anything gets the other's number, its scripts are
 * refused by the browser and it stays blank.
 */
final class OwnNonce {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern PAGE = Pattern.compile("/app/[a-z]+/[A-Za-z0-9_-]+/?(index\\.html)?");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([A-Za-z0-9_-]+)\"");
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-[A-Za-z0-9_-]+'");
    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    /** Whether this address, behind {@code /camunda}, is a page and not a file of one. */
    static boolean isPage(String method, String path) {
        return method.equals("GET") && PAGE.matcher(path).matches();
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        String policy = kept.getHeader(POLICY);
        String page = new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8);
        Matcher found = IN_PAGE.matcher(page);
        if (policy != null && found.find()) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String own = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            kept.setHeader(POLICY, IN_POLICY.matcher(policy).replaceAll("'nonce-" + own + "'"));
            kept.resetBuffer();
            kept.getOutputStream()
                    .write(page.replace(found.group(), "nonce=\"" + own + "\"").getBytes(StandardCharsets.UTF_8));
        }
        kept.copyBodyToResponse();
    }
}
