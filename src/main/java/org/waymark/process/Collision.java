package org.waymark.process;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.waymark.web.SomebodyWasFaster;

/** Two acts at the same moment: another transaction moved the same thing on, so ours is simply done again. */
@Component
public final class Collision implements SomebodyWasFaster {

    private static final String FOREIGN_KEY = "23503";

    Collision() {}

    @Override
    public boolean says(Throwable failure) {
        return in(failure);
    }

    /** Whether this failure is nothing but somebody else having been faster. */
    public static boolean in(Throwable thrown) {
        boolean inEngine = false;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            inEngine |= t instanceof ProcessEnginePersistenceException;
            if (t instanceof OptimisticLockingException
                    || t instanceof ConcurrencyFailureException
                    || t instanceof NullValueException
                    || (inEngine && t instanceof SQLException sql && orphaned(sql))) {
                return true;
            }
        }
        return false;
    }

    /** The engine writes in batches: a stale row is found only after the rows that hang on it refused to go. */
    private static boolean orphaned(SQLException sql) {
        for (SQLException e = sql; e != null; e = e.getNextException()) {
            if (FOREIGN_KEY.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
