package org.waymark.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives every template the dates, figures and names of languages as its reader writes them. */
@Component
public class ReaderDialect extends AbstractDialect implements IExpressionObjectDialect {

    private static final Set<String> NAMES = Set.of("when", "figures", "languages");

    public ReaderDialect() {
        super("reader");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return NAMES;
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                Locale locale = context.getLocale();
                return switch (name) {
                    case "when" -> new Dates(locale);
                    case "figures" -> new Figures(locale);
                    default -> new Languages();
                };
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
