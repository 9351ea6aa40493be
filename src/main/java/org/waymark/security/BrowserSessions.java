package org.waymark.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.waymark.web.Databases;

/** Keeps sign-ins in the database: every node knows them, and a restart ends nobody's. */
@Configuration(proxyBeanMethods = false)
class BrowserSessions {

    /** How exactly it is known when somebody last did something; a page a second then costs one write a minute. */
    static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    // two requests of one page may bring the same first value at once, and a third may have ended the session meanwhile
    private static final String VALUE = """
            select s.primary_id as session_primary_id, x.attribute_name, x.attribute_bytes from
              (select cast(? as varchar(36)) as id, cast(? as varchar(200)) as attribute_name,
                      cast(? as bytea) as attribute_bytes) x
              join %TABLE_NAME% s on s.primary_id = x.id
            """;
    private static final String ON_POSTGRES = "insert into %TABLE_NAME%_attributes"
            + " (session_primary_id, attribute_name, attribute_bytes) " + VALUE
            + " on conflict (session_primary_id, attribute_name)"
            + " do update set attribute_bytes = excluded.attribute_bytes";
    private static final String ON_H2 = "merge into %TABLE_NAME%_attributes a using (" + VALUE + ") v"
            + " on a.session_primary_id = v.session_primary_id and a.attribute_name = v.attribute_name"
            + " when matched then update set a.attribute_bytes = v.attribute_bytes"
            + " when not matched then insert (session_primary_id, attribute_name, attribute_bytes)"
            + " values (v.session_primary_id, v.attribute_name, v.attribute_bytes)";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> newValues(DataSource database) {
        return sessions -> sessions.setCreateSessionAttributeQuery(isPostgres(database) ? ON_POSTGRES : ON_H2);
    }

    /** What the requests see instead of Spring's own. */
    @Bean
    static BeanPostProcessor seldomTouched(ObjectProvider<CookieSerializer> cookie) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof SessionRepositoryFilter<?> filter) {
                    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
                    ids.setCookieSerializer(cookie.getObject());
                    filter.setHttpSessionIdResolver(new AskedOnce(ids));
                }
                return bean instanceof JdbcIndexedSessionRepository kept ? touchedSeldom(kept) : bean;
            }
        };
    }

    private static <S extends Session> SessionRepository<?> touchedSeldom(SessionRepository<S> kept) {
        return new SeldomTouched<>(kept, TOUCHED_EVERY);
    }

    private static boolean isPostgres(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return Databases.isPostgres(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }
}
