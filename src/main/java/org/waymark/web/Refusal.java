package org.waymark.web;

import org.jspecify.annotations.Nullable;

/** Something we will not do, said in the user's words: the text's key, its arguments and the field it is about. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String key;
    private final transient Object[] args;
    private final @Nullable String field;

    private Refusal(int status, String key, Object[] args, @Nullable String field) {
        super(key);
        this.status = status;
        this.key = key;
        this.args = args;
        this.field = field;
    }

    /** What was sent cannot be understood or can never be right (400). */
    public static Refusal bad(String key, Object... args) {
        return new Refusal(400, key, args, null);
    }

    /** This person may not do it (403). */
    public static Refusal forbidden(String key, Object... args) {
        return new Refusal(403, key, args, null);
    }

    /** There is no such thing (404). */
    public static Refusal missing(String key, Object... args) {
        return new Refusal(404, key, args, null);
    }

    /** Somebody or something was faster (409). */
    public static Refusal conflict(String key, Object... args) {
        return new Refusal(409, key, args, null);
    }

    /** Understood, but something is still missing or against a rule (422). */
    public static Refusal invalid(String key, Object... args) {
        return new Refusal(422, key, args, null);
    }

    /** The same refusal, pointing at the field it is about. */
    public Refusal at(String path) {
        return new Refusal(status, key, args, path);
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Object[] args() {
        return args.clone();
    }

    public @Nullable String field() {
        return field;
    }

    /** Looks through wrapped causes for a refusal: the engine wraps what its listeners throw. */
    public static @Nullable Refusal in(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
