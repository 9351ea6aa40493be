package org.waymark.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that Waymark did not start because of its key. */
class KeyUnfitAnalyzer extends AbstractFailureAnalyzer<KeyUnfit> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, KeyUnfit cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Give it the key it had. Without that key make a new one: secrets sealed under the old one are lost, and"
                        + " other systems need new ones.",
                cause);
    }
}
