package org.waymark.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the browser's libraries out of their own jars; their versions are read there, never copied. */
@Configuration
class BrowserLibraries implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "htmx", "webjars/htmx.org", "org.webjars.npm/htmx.org");
        serve(registry, "echarts", "_static/echarts", "org.mvnpm/echarts");
        serve(registry, "bpmn-js", "webjars/bpmn-js", "org.webjars.npm/bpmn-js");
    }

    private static void serve(ResourceHandlerRegistry registry, String name, String place, String artifact) {
        registry.addResourceHandler("/libraries/" + name + "/**")
                .addResourceLocations("classpath:/META-INF/resources/" + place + "/" + version(artifact) + "/dist/");
    }

    private static String version(String artifact) {
        try (InputStream file =
                new ClassPathResource("META-INF/maven/" + artifact + "/pom.properties").getInputStream()) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
