package org.waymark.security;

/**
 * Somebody has another name from now on, or can sign in no longer or again; whoever keeps that beside other things hears
 * of it in the same transaction.
 */
public record PersonChanged(String person) {}
