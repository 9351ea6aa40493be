package org.waymark.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** What the description of the API says about every call: how to sign in, how to repeat one safely. */
@Configuration
class ApiDescription {

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Waymark")
                        .version("1")
                        .description(
                                "The same rights as on the pages. Errors are RFC 9457 problems, dates ISO, instants"
                                        + " UTC, money and rates decimal strings."))
                .components(new Components()
                        .addSecuritySchemes("password", scheme("basic"))
                        .addSecuritySchemes("token", scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("password"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    GlobalOperationCustomizer repeatable() {
        return (operation, method) -> method.hasMethodAnnotation(PostMapping.class)
                ? operation.addParametersItem(new HeaderParameter()
                        .name(RepeatedCalls.KEY)
                        .required(false)
                        .schema(new StringSchema())
                        .description("Send the same key with a repeated call to hear its first answer again, for "
                                + Repeats.DAYS + " days."))
                : operation;
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }
}
