package org.waymark.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language and time zone a page is written in: the reader's own; before the sign-in the one chosen there, else the
 * browser's.
 */
@Component("localeResolver")
class PersonLocale implements LocaleContextResolver {
    /** What this browser's last visitor chose at the sign-in. */
    static final String CHOSEN = "WAYMARK-LANGUAGE";

    private final Accounts accounts;
    private final List<Locale> offered;

    PersonLocale(Accounts accounts, PersonRules rules) {
        this.accounts = accounts;
        this.offered = rules.languages().stream().map(Locale::forLanguageTag).toList();
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn signedIn) {
            var person = accounts.find(signedIn.id()).map(Account::person);
            if (person.isPresent()) {
                return new SimpleTimeZoneAwareLocaleContext(
                        Locale.forLanguageTag(person.get().language()),
                        TimeZone.getTimeZone(ZoneId.of(person.get().zone())));
            }
        }
        return new SimpleTimeZoneAwareLocaleContext(strangersLanguage(request), TimeZone.getDefault());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var locale = resolveLocaleContext(request).getLocale();
        return locale == null ? offered.get(0) : locale;
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("the language belongs to the person and is set under their account");
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        setLocaleContext(request, response, null);
    }

    private Locale strangersLanguage(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, CHOSEN);
        for (var language : offered) {
            if (chosen != null && language.getLanguage().equals(chosen.getValue())) {
                return language;
            }
        }
        return browserLanguage(request);
    }

    private Locale browserLanguage(HttpServletRequest request) {
        var wishes = request.getHeader("Accept-Language") == null
                ? List.<Locale>of()
                : Collections.list(request.getLocales());
        for (var wish : wishes) {
            for (var language : offered) {
                if (language.getLanguage().equals(wish.getLanguage())) {
                    return language;
                }
            }
        }
        return offered.get(0);
    }
}
