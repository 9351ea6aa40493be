package org.waymark.catalogue;

/** What must be in place before a company can call itself customer-centric. */
public record ChasmCondition(String id, String name, String question, String origin, String evidence) {}
