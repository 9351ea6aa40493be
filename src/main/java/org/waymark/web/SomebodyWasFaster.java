package org.waymark.web;

/** Tells failures that are nothing but two acts at the same moment; the engine room knows them. */
public interface SomebodyWasFaster {

    boolean says(Throwable failure);
}
