package org.waymark.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions whose last use is written down only now and then, so that reading a page need not write. */
final class SeldomTouched<S extends Session> implements SessionRepository<SeldomTouched.Kept<S>> {

    private final SessionRepository<S> sessions;
    private final Duration every;

    SeldomTouched(SessionRepository<S> sessions, Duration every) {
        this.sessions = sessions;
        this.every = every;
    }

    @Override
    public Kept<S> createSession() {
        return new Kept<>(sessions.createSession(), every);
    }

    @Override
    public void save(Kept<S> session) {
        sessions.save(session.kept);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface's own word for an unknown id is null
    public @Nullable Kept<S> findById(String id) {
        S known = sessions.findById(id);
        return known == null ? null : new Kept<>(known, every);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    /** One session; a use within a short time after the last is as if it had been that one. */
    static final class Kept<S extends Session> implements Session {

        private final S kept;
        private final Duration every;

        Kept(S kept, Duration every) {
            this.kept = kept;
            this.every = every;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (!now.isBefore(kept.getLastAccessedTime().plus(every))) {
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        /** What another release kept in a shape this one cannot read counts as nothing: one signs in again. */
        @Override
        public <T> @Nullable T getAttribute(String name) {
            try {
                return kept.getAttribute(name);
            } catch (ConversionException unreadable) {
                return null;
            }
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
