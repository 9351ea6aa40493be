package org.waymark.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The real pages and texts for a filter that answers by itself. */
final class PlainAnswers {

    private PlainAnswers() {}

    interface Filter<T> {
        T of(ObjectProvider<ITemplateEngine> pages, MessageSource messages, ObjectMapper json);
    }

    static <T> T with(Filter<T> filter) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages/web");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        SpringTemplateEngine pages = new SpringTemplateEngine();
        pages.setTemplateResolver(files);
        pages.setTemplateEngineMessageSource(words);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("pages", pages);
        return filter.of(beans.getBeanProvider(ITemplateEngine.class), words, new ObjectMapper());
    }
}
