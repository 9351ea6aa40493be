package org.waymark.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/} under plain file names: otherwise they depend on where Waymark was unpacked, tasks do not
 * find their form, and moving the folder looks to the engine like a new release.
 */
@Component
class ProcessFiles extends DefaultDeploymentConfiguration {
    @Override
    public Set<Resource> getDeploymentResources() {
        return super.getDeploymentResources().stream().map(Named::new).collect(Collectors.toSet());
    }

    private static final class Named extends ByteArrayResource {
        private final String name;

        Named(Resource file) {
            super(bytes(file));
            this.name = Objects.requireNonNull(file.getFilename());
        }

        @Override
        public String getDescription() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        private static byte[] bytes(Resource file) {
            try {
                return file.getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
