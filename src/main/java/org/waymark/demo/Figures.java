package org.waymark.demo;

import java.util.Map;

/** The worked figures of the method's return model (dcfts.md 3.4): inputs, confidence and costs of the demo's cases. */
final class Figures {

    static final Map<String, Map<String, String>> USUAL = Map.of(
            "BEN-01",
            Map.of(
                    "contactsPerYear", "1500000",
                    "minutesBefore", "8.0",
                    "minutesAfter", "6.5",
                    "hourlyCost", "32",
                    "captureRate", "0.60"),
            "BEN-02",
            Map.of(
                    "eligibleContactsPerYear", "900000",
                    "deflectionRate", "0.08",
                    "assistedCost", "6.00",
                    "selfServiceCost", "0.80"),
            "BEN-05",
            Map.of("licences", "240000", "hosting", "60000", "administration", "40000", "monthsOff", "12"),
            "BEN-06",
            Map.of(
                    "buyingConversationsPerYear", "90000",
                    "conversionRate", "0.03",
                    "averageOrderValue", "70",
                    "contributionMargin", "0.35",
                    "incrementality", "0.50"),
            "BEN-11",
            Map.of(
                    "probabilityBefore",
                    "0.20",
                    "lossBefore",
                    "4000000",
                    "probabilityAfter",
                    "0.14",
                    "lossAfter",
                    "3000000"));

    static final Map<String, String> CONFIDENCE =
            Map.of("BEN-01", "0.85", "BEN-02", "0.80", "BEN-05", "0.95", "BEN-06", "0.60", "BEN-11", "0.50");

    /** 750,000 in year 0; 460,000 a year, and 80,000 more in year 1 for people and change. */
    static final Map<String, Map<String, String>> COSTS = Map.of(
            "CST-02", Map.of("projectDays", "400", "dayRate", "1000"),
            "CST-03", Map.of("connections", "7", "daysPerConnection", "40", "dayRate", "1000"),
            "CST-06", Map.of("learners", "100", "hoursPerLearner", "10", "hourlyCost", "50", "materials", "20000"),
            "CST-01", Map.of("users", "300", "unitPrice", "800", "months", "12"),
            "CST-10", Map.of("administrators", "2", "annualCost", "85000", "vendorSupport", "50000"),
            "CST-05", Map.of("fullTimePeople", "0.5", "annualCost", "100000", "months", "12"),
            "CST-07", Map.of("campaigns", "15000", "events", "10000", "sponsorTime", "5000"));

    /** Project team and campaign end with the first year. */
    static final Map<String, Integer> YEARS = Map.of("CST-05", 1, "CST-07", 1);

    private Figures() {}
}
