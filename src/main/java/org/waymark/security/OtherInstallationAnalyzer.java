package org.waymark.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why Waymark did not start on somebody else's database. */
class OtherInstallationAnalyzer extends AbstractFailureAnalyzer<OtherInstallation> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, OtherInstallation cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Point waymark.data or spring.datasource.url at another place, or start with the other profile.",
                cause);
    }
}
