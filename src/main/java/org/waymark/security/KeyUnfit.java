package org.waymark.security;

/** The key under which secrets are sealed cannot be one, or cannot be read. */
class KeyUnfit extends IllegalStateException {
    KeyUnfit(String sentence) {
        super(sentence);
    }
}
