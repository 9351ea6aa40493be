package org.waymark.process;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets one thread live earlier, so that the demo's history is made by the same services as everything else and bears its
 * own dates. The engine's own history keeps the day it was made. There is no such thing outside the demo.
 */
@Component
@Profile("demo")
public class Past {

    private final ProcessEngineConfigurationImpl engine;

    Past(@Lazy ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Does something as if it were then. */
    public void at(OffsetDateTime then, Runnable act) {
        EngineClock.SHIFT.set(Duration.between(OffsetDateTime.now(), then));
        try {
            act.run();
        } finally {
            EngineClock.SHIFT.remove();
        }
    }

    /** Keeps the engine's own threads, which live today, away from what is being told. */
    public void alone(Runnable act) {
        boolean wasActive = engine.getJobExecutor().isActive();
        if (wasActive) {
            engine.getJobExecutor().shutdown();
        }
        try {
            act.run();
        } finally {
            if (wasActive) {
                engine.getJobExecutor().start();
            }
        }
    }
}
