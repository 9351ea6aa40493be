/** The measurements that {@code mvn -Pbench verify} prints: contenders, rounds, and the one table. */
package org.waymark.bench;
