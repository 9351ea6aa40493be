package org.waymark.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Asks the database the same question only once in a transaction. Many steps of one completion ask who is in the team
 * or which round runs; the answer can only change by this transaction's own writing, which forgets every answer that
 * reads the written table, or while waiting for a lock, which forgets everything. Nothing outlives the transaction, so
 * other nodes and other transactions cannot be missed.
 */
final class RememberingJdbc implements JdbcClient {

    private final JdbcClient database;

    RememberingJdbc(JdbcClient database) {
        this.database = database;
    }

    @Override
    public StatementSpec sql(String sql) {
        return new Statement(sql, database.sql(sql));
    }

    private static final class Statement implements StatementSpec {

        private final String sql;
        private StatementSpec statement;
        private final Map<Object, @Nullable Object> params = new HashMap<>();
        /** A statement whose parameters are not simple is asked every time. */
        private boolean simple = true;

        Statement(String sql, StatementSpec statement) {
            this.sql = sql;
            this.statement = statement;
        }

        private Statement with(StatementSpec next, Object name, @Nullable Object given) {
            statement = next;
            params.put(name, given instanceof Collection<?> several ? new ArrayList<>(several) : given);
            return this;
        }

        private Statement complex(StatementSpec next) {
            statement = next;
            simple = false;
            return this;
        }

        @Override
        public StatementSpec param(@Nullable Object given) {
            return with(statement.param(given), params.size(), given);
        }

        @Override
        public StatementSpec param(int index, @Nullable Object given) {
            return with(statement.param(index, given), index, given);
        }

        @Override
        public StatementSpec param(int index, @Nullable Object given, int type) {
            return complex(statement.param(index, given, type));
        }

        @Override
        public StatementSpec param(String name, @Nullable Object given) {
            return with(statement.param(name, given), name, given);
        }

        @Override
        public StatementSpec param(String name, @Nullable Object given, int type) {
            return complex(statement.param(name, given, type));
        }

        @Override
        public StatementSpec params(Object... given) {
            return params(Arrays.asList(given));
        }

        @Override
        public StatementSpec params(List<?> given) {
            given.forEach(this::param);
            return this;
        }

        @Override
        public StatementSpec params(Map<String, ?> given) {
            return complex(statement.params(given));
        }

        @Override
        public StatementSpec paramSource(Object given) {
            return complex(statement.paramSource(given));
        }

        @Override
        public StatementSpec paramSource(SqlParameterSource given) {
            return complex(statement.paramSource(given));
        }

        @Override
        public ResultQuerySpec query() {
            return statement.query();
        }

        @Override
        public <T> MappedQuerySpec<T> query(Class<T> type) {
            return new Mapped<>(
                    type, type.isRecord() ? statement.query(new RecordRows<>(type)) : statement.query(type));
        }

        @Override
        public <T> MappedQuerySpec<T> query(RowMapper<T> rows) {
            return new Mapped<>(rows, statement.query(rows));
        }

        @Override
        public void query(RowCallbackHandler rows) {
            statement.query(rows);
        }

        @Override
        public <T> T query(ResultSetExtractor<T> rows) {
            return statement.query(rows);
        }

        @Override
        public int update() {
            return written(statement::update);
        }

        @Override
        public int update(KeyHolder keys) {
            return written(() -> statement.update(keys));
        }

        @Override
        public int update(KeyHolder keys, String... columns) {
            return written(() -> statement.update(keys, columns));
        }

        private int written(Supplier<Integer> write) {
            Answers answers = Answers.ofThisTransaction();
            try {
                return write.get();
            } finally {
                if (answers != null) {
                    answers.written(sql);
                }
            }
        }

        private final class Mapped<T> implements MappedQuerySpec<T> {

            private final Object rows;
            private final MappedQuerySpec<T> asked;

            Mapped(Object rows, MappedQuerySpec<T> asked) {
                this.rows = rows;
                this.asked = asked;
            }

            @Override
            public Stream<T> stream() {
                return list().stream();
            }

            @Override
            public List<T> list() {
                Answers answers = Answers.ofThisTransaction();
                if (answers == null || !simple) {
                    return asked.list();
                }
                return answers.once(new Answers.Question(sql, params, rows), asked::list);
            }
        }
    }
}
