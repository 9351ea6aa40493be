package org.waymark.model.usecases;

/** The two teams every use case needs: the one that asks for it and the one that accepts the work. */
enum Side {
    ASKING,
    ACCEPTING
}
