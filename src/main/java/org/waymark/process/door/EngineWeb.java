package org.waymark.process.door;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.waymark.process.Work;
import org.waymark.web.Texts;

/** Puts the door and Waymark's sign-in before Tasklist and Cockpit, in this order and behind Spring Security. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineWeb {
    @Bean
    FilterRegistrationBean<DoorFilter> door(@Lazy Work work, @Lazy TaskService tasks, Texts texts) {
        var registration = new FilterRegistrationBean<>(new DoorFilter(work, tasks, texts));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns("/camunda", "/camunda/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineSignIn(@Lazy ProcessEngine engine) {
        var registration = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new OwnEngineSignIn(engine));
        registration.addInitParameter("authentication-provider", ContainerBasedAuthenticationProvider.class.getName());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }
}
