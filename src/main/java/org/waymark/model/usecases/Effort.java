package org.waymark.model.usecases;

/** How much work a use case is: small under 6 weeks, medium up to 16, large beyond. */
enum Effort {
    S(1, 6),
    M(2, 16),
    L(4, 26);

    private final int weight;
    private final int weeks;

    Effort(int weight, int weeks) {
        this.weight = weight;
        this.weeks = weeks;
    }

    public int weight() {
        return weight;
    }

    /** The weeks to plan with when nobody knows better yet. */
    int weeks() {
        return weeks;
    }
}
