package org.waymark.stakeholder;

/** A part a person plays in a program. */
public enum Part {
    SPONSOR,
    MANAGER,
    FINANCE,
    ARCHITECT,
    LEGAL,
    FACILITATOR,
    FUNCTION_LEAD,
    RATER,
    GATEKEEPER,
    OWNER_CONVERSATION,
    OWNER_COMMUNITY,
    OWNER_COLLABORATION,
    OWNER_CAMPAIGN,
    OWNER_CONTENT;

    /** Parts that exactly one person plays at a time. */
    public boolean single() {
        return this != FUNCTION_LEAD && this != RATER && this != GATEKEEPER && this != FACILITATOR && this != LEGAL;
    }

    /** The owners of the five Cs, whose separate agreement a small program does without. */
    public boolean skippedWhenLite() {
        return name().startsWith("OWNER_");
    }
}
