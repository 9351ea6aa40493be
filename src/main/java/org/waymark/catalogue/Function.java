package org.waymark.catalogue;

/** A part of the company that faces the customer. */
public record Function(String id, String name) {}
