package org.waymark.model.roi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A line's formula over its named inputs: numbers, + - * /, brackets, max(a, b), min(a, b) and ceil(a), and nothing
 * else. It is read by hand rather than by an expression engine, so that a catalogue entry can never run anything.
 */
final class Formula {

    /** Thirty-four digits, half even: wide enough that only what is shown is ever rounded. */
    static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final int LONGEST = 500;
    private static final int DEEPEST = 30;

    /** Why a formula cannot be read or worked out; never shown as it stands. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private final Term root;
    private int at;
    private int depth;

    private Formula(String text) {
        if (text.length() > LONGEST) {
            throw new Unreadable("longer than " + LONGEST + " characters");
        }
        this.text = text;
        this.root = sum();
        if (peek() != 0) {
            throw new Unreadable("unexpected '" + peek() + "' at " + at);
        }
    }

    static Formula of(String text) {
        return new Formula(text);
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    /** Works the formula out; throws {@link Unreadable} when an input is absent or a division has no answer. */
    BigDecimal amount(Map<String, BigDecimal> inputs) {
        return root.amount(inputs);
    }

    /** The formula in a spreadsheet's language; every input by the cell it stands in. */
    String written(UnaryOperator<String> cell) {
        return root.written(cell);
    }

    private Term sum() {
        if (++depth > DEEPEST) {
            throw new Unreadable("nested too deep");
        }
        Term left = product();
        while (peek() == '+' || peek() == '-') {
            left = new Term.Call(String.valueOf(next()), List.of(left, product()));
        }
        depth--;
        return left;
    }

    private Term product() {
        Term left = factor();
        while (peek() == '*' || peek() == '/') {
            left = new Term.Call(String.valueOf(next()), List.of(left, factor()));
        }
        return left;
    }

    private Term factor() {
        char c = peek();
        if (c == '-') {
            next();
            // a run of minus signs must not outgrow the stack either
            if (++depth > DEEPEST) {
                throw new Unreadable("nested too deep");
            }
            Term negative = new Term.Call("negative", List.of(factor()));
            depth--;
            return negative;
        }
        if (c == '(') {
            next();
            Term inner = sum();
            expect(')');
            return inner;
        }
        if (digit(c)) {
            return new Term.Number(new BigDecimal(word(true)));
        }
        if (letter(c)) {
            String name = word(false);
            return peek() == '(' ? call(name) : input(name);
        }
        throw new Unreadable(c == 0 ? "ends too early" : "unexpected '" + c + "' at " + at);
    }

    private Term input(String name) {
        names.add(name);
        return new Term.Input(name);
    }

    private Term call(String name) {
        int wanted = switch (name) {
            case "max", "min" -> 2;
            case "ceil" -> 1;
            default -> throw new Unreadable("no function " + name);
        };
        expect('(');
        List<Term> of = new ArrayList<>();
        of.add(sum());
        while (of.size() < wanted) {
            expect(',');
            of.add(sum());
        }
        expect(')');
        return new Term.Call(name, List.copyOf(of));
    }

    private String word(boolean number) {
        int from = at;
        while (at < text.length()
                && (number ? digit(text.charAt(at)) || text.charAt(at) == '.' : part(text.charAt(at)))) {
            at++;
        }
        String word = text.substring(from, at);
        if (number && !word.matches("\\d{1,18}(\\.\\d{1,12})?")) {
            throw new Unreadable("not a number: " + word);
        }
        return word;
    }

    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new Unreadable("expected '" + wanted + "' at " + at);
        }
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean part(char c) {
        return letter(c) || digit(c);
    }
}
