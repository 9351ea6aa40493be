package org.waymark.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Pieces of pages that say the same to everybody who reads that language, each drawn by its template once and kept for
 * whoever looks next: filling fifty rows of seven waymarks took longer than all else of the board. Whatever a piece is
 * drawn from belongs to what it {@code says}, so that another figure is another piece and nothing has to be thrown away.
 */
@Component
public class Pieces {

    /** Some ten pages of the board; a row takes about six kilobytes. */
    static final int KEPT = 500;

    private final ConcurrentLruCache<Piece<?>, String> drawn;

    Pieces(ObjectProvider<ITemplateEngine> templates) {
        drawn = new ConcurrentLruCache<>(
                KEPT,
                piece -> templates
                        .getObject()
                        .process(
                                piece.template(),
                                Set.of(piece.fragment()),
                                new Context(piece.locale(), piece.variables())));
    }

    /** The fragment of a template as markup; its variables are asked for only when it has to be drawn. */
    public <T> String of(String template, String fragment, T says, Function<T, Map<String, Object>> variables) {
        return drawn.get(new Piece<>(template, fragment, says, LocaleContextHolder.getLocale(), variables));
    }

    /** How a piece is made is no part of what it is. */
    private record Piece<T>(
            String template, String fragment, T says, Locale locale, Function<T, Map<String, Object>> make) {

        Map<String, Object> variables() {
            return make.apply(says);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Piece<?> piece
                    && template.equals(piece.template)
                    && fragment.equals(piece.fragment)
                    && locale.equals(piece.locale)
                    && says.equals(piece.says);
        }

        @Override
        public int hashCode() {
            return 31 * fragment.hashCode() + says.hashCode();
        }
    }
}
