package org.waymark.model.architecture;

import java.util.Optional;

/** The kinds of data that need exactly one place where they are true. */
enum DataDomain {
    CUSTOMER_PROFILE,
    CONSENT,
    CONVERSATION,
    CASE,
    ORDER,
    PRODUCT,
    CONTENT,
    EMPLOYEE,
    CAMPAIGN,
    FINANCE;

    static Optional<DataDomain> read(String text) {
        for (DataDomain domain : values()) {
            if (domain.name().equals(text)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }
}
