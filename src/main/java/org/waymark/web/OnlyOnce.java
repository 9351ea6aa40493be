package org.waymark.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;

/** A field of an answer that is never kept: a repeated call hears the rest of the first answer without it. */
public final class OnlyOnce {

    private static final String FIELD = OnlyOnce.class.getName();
    private static final ObjectMapper JSON = new ObjectMapper();

    private OnlyOnce() {}

    /** The answer to this request holds a secret in that field. */
    public static void show(String field, HttpServletRequest request) {
        request.setAttribute(FIELD, field);
    }

    static String withheld(String body, HttpServletRequest request) {
        if (!(request.getAttribute(FIELD) instanceof String field)) {
            return body;
        }
        try {
            ObjectNode answer = (ObjectNode) JSON.readTree(body);
            answer.remove(field);
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer with a secret is a JSON object", e);
        }
    }
}
