package org.waymark.model.maturity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds waymark.maturity.tolerance.range, .agreement and .percent. */
@Configuration
@EnableConfigurationProperties(Tolerance.class)
class MaturitySettings {}
