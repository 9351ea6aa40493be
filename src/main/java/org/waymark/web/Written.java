package org.waymark.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What somebody wrote in a form that was refused, and the page it was on, so that nothing has to be written twice. */
final class Written {

    /** A text so long was not picked from a list. */
    private static final int LONG = 24;

    private static final Pattern KEPT_TO_ONESELF =
            Pattern.compile("password|^again$|^old$|csrf|token|secret|code$", Pattern.CASE_INSENSITIVE);

    /** What a page noted for itself about the moment it was drawn; it has to be fresh and was never typed. */
    private static final Pattern OF_THE_PAGE = Pattern.compile("(?:^|[._\\]])(?:seen|version|shown|about|upTo)$");

    private Written() {}

    /** The sentences of a form, in its order; never a password, nor what stands for one, nor what a page noted for itself. */
    static List<String> words(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !isSecret(field.getKey())
                        && !OF_THE_PAGE.matcher(field.getKey()).find())
                .map(Map.Entry::getValue)
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(text -> text.length() > LONG || text.chars().anyMatch(Character::isWhitespace))
                .distinct()
                .toList();
    }

    static boolean isSecret(String field) {
        return KEPT_TO_ONESELF.matcher(field).find();
    }

    /** The page of ours the form was on; null when the browser does not say. */
    static @Nullable String form(HttpServletRequest request) {
        String from = request.getHeader(HttpHeaders.REFERER);
        String host = request.getHeader(HttpHeaders.HOST);
        if (from == null || host == null || !request.getMethod().equals("POST")) {
            return null;
        }
        try {
            URI page = URI.create(from);
            String path = page.getRawPath();
            boolean ours = host.toLowerCase(Locale.ROOT)
                            .equals(String.valueOf(page.getRawAuthority()).toLowerCase(Locale.ROOT))
                    && path != null
                    && path.startsWith("/")
                    && !path.startsWith("//");
            if (!ours) {
                return null;
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
