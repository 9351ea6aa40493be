package org.waymark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DeadlockLoserDataAccessException;

class CollisionTests {

    @Test
    void aStaleRowAndALostLockAreCollisions() {
        assertThat(Collision.in(new OptimisticLockingException("stale"))).isTrue();
        assertThat(Collision.in(new IllegalStateException(new DeadlockLoserDataAccessException("lost", null))))
                .isTrue();
    }

    @Test
    void aBatchOfTheEngineThatFindsItsRowsHeldIsACollision() {
        BatchUpdateException batch = new BatchUpdateException("batch", "HY000", 0, new int[0]);
        batch.setNextException(new SQLException("still referenced", "23503"));
        assertThat(Collision.in(new ProcessEnginePersistenceException("flush", batch)))
                .isTrue();
    }

    @Test
    void aForeignKeyOfOurOwnIsOurFault() {
        assertThat(Collision.in(new IllegalStateException(new SQLException("still referenced", "23503"))))
                .isFalse();
        assertThat(Collision.in(
                        new ProcessEnginePersistenceException("flush", new SQLException("value too long", "22001"))))
                .isFalse();
    }
}
