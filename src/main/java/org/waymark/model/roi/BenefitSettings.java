package org.waymark.model.roi;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds waymark.benefits.quarters, .band, .share and .at-least. */
@Configuration
@EnableConfigurationProperties(BenefitRule.class)
class BenefitSettings {}
