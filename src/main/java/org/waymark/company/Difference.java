package org.waymark.company;

/** One thing of which a program says something else than the company holds, or than another program is about to. */
public record Difference(String item, String mine, Truth theirs) {}
