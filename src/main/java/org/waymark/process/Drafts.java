package org.waymark.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.web.Refusal;

/** What people have typed and not yet handed in; readable by nobody but the one who typed it. */
@Repository
class Drafts {

    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .findAndAddModules()
            .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new SaneNumber()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // amounts and rates as decimal strings: a reader's floating point never rounds them
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Saved(long version, String draft, OffsetDateTime saved) {}

    Optional<Saved> find(String task, String person) {
        return jdbc.sql("select version, draft, saved from work_draft where task = :task and person = :person")
                .param("task", task)
                .param("person", person)
                .query(Saved.class)
                .optional();
    }

    /** Keeps a draft if nobody saved it since the version the writer saw; answers the new version. */
    long save(String task, String person, Object draft, long seen) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String text = write(draft);
        if (text.length() > LONGEST) {
            throw Refusal.bad("work.too-long");
        }
        int updated = jdbc.sql("""
                        update work_draft set version = version + 1, draft = :draft, saved = :now
                        where task = :task and person = :person and version = :seen
                        """)
                .param("draft", text)
                .param("now", now)
                .param("task", task)
                .param("person", person)
                .param("seen", seen)
                .update();
        if (updated == 1) {
            return seen + 1;
        }
        if (seen != 0) {
            throw Refusal.conflict("work.stale");
        }
        try {
            jdbc.sql(
                            "insert into work_draft (task, person, version, draft, saved) values (:task, :person, 1, :draft, :now)")
                    .param("task", task)
                    .param("person", person)
                    .param("draft", text)
                    .param("now", now)
                    .update();
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw Refusal.conflict("work.stale");
        }
        return 1;
    }

    /** Gives what one person typed to whoever goes on; a window still open with the old version is told so. */
    void carry(String task, String from, String to) {
        if (find(task, from).isPresent()) {
            jdbc.sql("delete from work_draft where task = :task and person = :to")
                    .param("task", task)
                    .param("to", to)
                    .update();
            jdbc.sql("update work_draft set person = :to, version = version + 1 where task = :task and person = :from")
                    .param("to", to)
                    .param("task", task)
                    .param("from", from)
                    .update();
        }
    }

    void delete(String task) {
        jdbc.sql("delete from work_draft where task = :task")
                .param("task", task)
                .update();
    }

    <D> D read(String text, Class<D> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept draft no longer fits " + type.getSimpleName(), e);
        }
    }

    /** Makes a draft of what was sent; what does not fit is refused with the field's path and the words sent. */
    <D> D read(JsonNode tree, Class<D> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            Refusal own = Refusal.in(e);
            if (own != null) {
                throw own;
            }
            String field = path(e);
            Object sent = e instanceof InvalidFormatException format ? format.getValue() : "";
            throw Refusal.bad("work.does-not-fit", field, String.valueOf(sent)).at(field);
        } catch (JsonProcessingException e) {
            throw Refusal.bad("web.unreadable");
        }
    }

    JsonNode tree(Object draft) {
        return json.valueToTree(draft);
    }

    private String write(Object draft) {
        try {
            return json.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else if (step.getFrom() instanceof Map) {
                path.append('[').append(step.getFieldName()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** A number of a size people mean: 1e999999999 would take the calculator down. */
    private static final class SaneNumber extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;
        private static final int DIGITS = 30;

        SaneNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
            if (number != null && (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS)) {
                throw InvalidFormatException.from(parser, "too large", parser.getText(), BigDecimal.class);
            }
            return number;
        }
    }
}
