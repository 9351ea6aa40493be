package org.waymark.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.waymark.process.View;
import org.waymark.web.ReaderDialect;

/** Renders the fragments of a task without the rest of the house, and keeps them to be looked at. */
public final class Rendered {

    private Rendered() {}

    public static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/maturity", "messages/operatingmodel", "messages/stage", "messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** Body and totals of a task, as the frame would put them together. */
    public static String work(View view, Object draft, String file) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages());
        engine.addDialect(new ReaderDialect());
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("draft", draft);
        model.put("errors", Map.of());
        Context context = new Context(Locale.ENGLISH, model);
        String body = engine.process(view.template(), Set.of("%body"), context);
        String totals = engine.process(view.template(), Set.of("%totals"), context);
        keep(file, body, totals);
        return body + totals;
    }

    private static void keep(String file, String body, String totals) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "fragments"));
            Files.writeString(
                    folder.resolve(file + ".html"),
                    "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                            + "<link rel=stylesheet href='../../src/main/resources/static/waymark.css'>"
                            + "<body class=wm><main><section class='wm work'><div class=work-body>" + body
                            + "</div><div class=work-state><div class=foot>" + totals
                            + "</div></div></section></main>");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
