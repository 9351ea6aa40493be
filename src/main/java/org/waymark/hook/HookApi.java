package org.waymark.hook;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists in the description of the API what other systems are sent, and how they know it comes from here. */
@Configuration
class HookApi {

    @Bean
    GlobalOpenApiCustomizer whatOthersHear() {
        return description -> {
            for (Happening happening : Happening.values()) {
                description.addWebhooks(happening.type(), new PathItem().post(sent(happening)));
            }
        };
    }

    private static Operation sent(Happening happening) {
        return new Operation()
                .summary(happening.type())
                .description("Sent at least once and in the order of each program; a repeated delivery bears the same"
                        + " Waymark-Delivery. Check Waymark-Signature before you believe it.")
                .addParametersItem(header("Waymark-Event", "What happened."))
                .addParametersItem(header("Waymark-Delivery", "The number of this delivery; it stays when sent again."))
                .addParametersItem(header(
                        "Waymark-Signature",
                        "t=seconds since 1970,v1=hexadecimal HMAC-SHA256 with the secret over seconds, a dot and the"
                                + " body."))
                .addParametersItem(header(
                        "Waymark-Signature-Before",
                        "The same with the secret before, for a day after it was renewed: check either."))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(body(happening)))))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "2XX", new ApiResponse().description("Arrived; anything else is sent again later.")));
    }

    private static HeaderParameter header(String name, String words) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).required(true).description(words).schema(type(new StringSchema(), "string"));
        return header;
    }

    private static Schema<?> body(Happening happening) {
        Schema<?> data = type(new ObjectSchema(), "object");
        if (happening.atStage()) {
            data.addProperty("stage", type(new StringSchema(), "string"));
        }
        happening.figures().forEach(figure -> {
            boolean word = figure.equals("decision") || figure.equals("line") || figure.equals("depth");
            data.addProperty(figure, word ? type(new StringSchema(), "string") : type(new IntegerSchema(), "integer"));
        });
        Schema<?> program = type(new ObjectSchema(), "object");
        program.addProperty("code", type(new StringSchema(), "string"));
        program.addProperty("name", type(new StringSchema(), "string"));
        Schema<?> body = type(new ObjectSchema(), "object");
        body.addProperty("id", type(new StringSchema(), "string").description("Program code and sequence."));
        body.addProperty("type", type(new StringSchema(), "string").example(happening.type()));
        body.addProperty("at", type(new StringSchema(), "string").format("date-time"));
        body.addProperty(
                "sequence",
                type(new IntegerSchema(), "integer").description("Grows within a program; not every number is told."));
        body.addProperty("summary", type(new StringSchema(), "string"));
        body.addProperty("link", type(new StringSchema(), "string").format("uri"));
        body.addProperty("program", program);
        body.addProperty("data", data);
        return body;
    }

    /** Version 3.1 of the description writes the types of a schema as a set, not the single one of its class. */
    private static Schema<?> type(Schema<?> schema, String type) {
        schema.addType(type);
        return schema;
    }
}
