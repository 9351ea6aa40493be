package org.waymark.catalogue;

import java.util.Map;

/** A second, independent reading of the formulas' small grammar, for checking what the files say. */
class Arithmetic {

    private final String text;
    private final Map<String, Double> inputs;
    private int at;

    private Arithmetic(String text, Map<String, Double> inputs) {
        this.text = text.replace(" ", "");
        this.inputs = inputs;
    }

    static double of(String expression, Map<String, Double> inputs) {
        Arithmetic reading = new Arithmetic(expression, inputs);
        double value = reading.sum();
        if (reading.at != reading.text.length()) {
            throw new IllegalArgumentException("Cannot read " + expression + " from " + reading.at);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            value = text.charAt(at++) == '+' ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
            value = text.charAt(at++) == '*' ? value * factor() : value / factor();
        }
        return value;
    }

    private double factor() {
        if (eat('(')) {
            double value = sum();
            demand(')');
            return value;
        }
        int begin = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String word = text.substring(begin, at);
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return Double.parseDouble(word);
        }
        if (eat('(')) {
            double value = sum();
            if (word.equals("max")) {
                demand(',');
                value = Math.max(value, sum());
            } else if (word.equals("ceil")) {
                value = Math.ceil(value);
            } else {
                throw new IllegalArgumentException("No such function: " + word);
            }
            demand(')');
            return value;
        }
        Double input = inputs.get(word);
        if (input == null) {
            throw new IllegalArgumentException("No such input: " + word);
        }
        return input;
    }

    private boolean eat(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void demand(char wanted) {
        if (!eat(wanted)) {
            throw new IllegalArgumentException("Expected " + wanted + " at " + at + " of " + text);
        }
    }
}
