package org.waymark.portfolio;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.ledger.Ledger;
import org.waymark.ledger.Touched;
import org.waymark.process.WrittenTables;
import org.waymark.security.PersonChanged;
import org.waymark.stage.Money;
import org.waymark.stage.StageModel;
import org.waymark.stage.Stages;

/**
 * Keeps the row of every program that a transaction changes: once, just before its commit. Whoever changes the same
 * program at the same time waits for its record first and only then looks at the sources, so that the last one sees all.
 */
@Component
public class BoardRows {

    /** Which tables move the figures of a stage: blind answers do not, closing their round does. */
    private static final Map<String, Predicate<String>> MOVING = Map.of(
            "values", "values_round"::equals,
            "capabilities", "capabilities_round"::equals,
            "maturity", Set.of("maturity_round", "maturity_spread")::contains,
            "roi", table -> table.startsWith("roi_"));

    private static final BigDecimal UNKNOWN = new BigDecimal(BoardSql.UNKNOWN);

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Stages stages;

    BoardRows(Ledger ledger, JdbcClient jdbc, Stages stages) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.stages = stages;
    }

    @EventListener
    void on(Touched touched) {
        changed(touched.program());
    }

    @EventListener
    void on(PersonChanged changed) {
        jdbc.sql("""
                        select program from team_member where person = :person
                        union select program from work_item where assignee = :person and state = 'OPEN'
                        """)
                .param("person", changed.person())
                .query(String.class)
                .list()
                .forEach(this::changed);
    }

    private void changed(String program) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(program, MOVING.keySet());
            return;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting) {
            waiting.add(program);
            return;
        }
        Waiting waiting = new Waiting();
        waiting.add(program);
        TransactionSynchronizationManager.bindResource(this, waiting);
        TransactionSynchronizationManager.registerSynchronization(waiting);
    }

    /** Makes every row anew from its sources; answers how many programs there are. */
    @Transactional
    public int rebuild() {
        jdbc.sql(BoardSql.LOCK_ALL).query(String.class).list();
        jdbc.sql("delete from board_row where not exists (select 1 from program p where p.code = board_row.program)")
                .update();
        jdbc.sql(BoardSql.UPDATE_ALL).param("agreeing", stages.agreeing()).update();
        jdbc.sql(BoardSql.INSERT_ALL).param("agreeing", stages.agreeing()).update();
        jdbc.sql(BoardSql.FORGET).update();
        jdbc.sql(BoardSql.WITH_MODELS).query(String.class).list().forEach(program -> {
            moved(jdbc.sql(BoardSql.UPDATE_FIGURES), program, MOVING.keySet()).update();
        });
        return jdbc.sql("select count(*) from board_row").query(Integer.class).single();
    }

    /** Writes one row; the figures of the stages whose agreed numbers have moved go in with it. */
    private void write(String program, Set<String> moved) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // whoever changes this program waits here, so that the last one sees what all of them did
            ledger.enter(program);
        }
        JdbcClient.StatementSpec row =
                moved(jdbc.sql(BoardSql.UPDATE_ONE), program, moved).param("agreeing", stages.agreeing());
        if (row.update() == 0) {
            jdbc.sql(BoardSql.INSERT)
                    .param("program", program)
                    .param("agreeing", stages.agreeing())
                    .update();
            if (!moved.isEmpty()) {
                row.update();
            }
        }
    }

    /** Says which stages' figures have moved, and where to. */
    private JdbcClient.StatementSpec moved(JdbcClient.StatementSpec statement, String program, Set<String> moved) {
        Map<String, @Nullable Object> figures = figures(program, moved);
        BoardSql.FIGURES.forEach((stage, columns) -> {
            statement.param("moved_" + stage, figures.keySet().containsAll(columns));
            columns.forEach(column -> statement.param(column, figures.get(column), Types.NUMERIC));
        });
        return statement.param("program", program);
    }

    private Map<String, @Nullable Object> figures(String program, Set<String> moved) {
        Map<String, @Nullable Object> figures = new HashMap<>();
        for (StageModel model : stages.inOrder()) {
            if (!moved.contains(model.stage())) {
                continue;
            }
            Map<String, String> measures = model.measures(program);
            switch (model.stage()) {
                case "values" -> figures.put("overlap", number(measures.get("topThreeOverlap")));
                case "capabilities" -> figures.put("recall", number(measures.get("recallMatch")));
                case "maturity" -> {
                    figures.put("agreement", number(measures.get("meanAgreement")));
                    figures.put("splits", number(measures.get("chasmSplits")));
                }
                default -> {
                    Optional<Money> money = model.money(program);
                    figures.put("investment", money.map(Money::investment).orElse(null));
                    figures.put("npv", money.map(Money::npv).orElse(null));
                    figures.put("npv_cash", money.map(Money::npvCash).orElse(null));
                    // what is not known comes last, whatever a database thinks of nothing
                    figures.put(
                            "money_order", money.map(one -> one.npv().negate()).orElse(UNKNOWN));
                }
            }
        }
        return figures;
    }

    private static @Nullable BigDecimal number(@Nullable String figure) {
        return figure == null ? null : new BigDecimal(figure);
    }

    private final class Waiting implements TransactionSynchronization {

        // in their order, so that two transactions never wait for each other
        private final Set<String> programs = new TreeSet<>();
        private boolean committing;

        void add(String program) {
            if (committing) {
                // somebody else's last word before the commit, after ours
                write(program, MOVING.keySet());
            } else {
                programs.add(program);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            Set<String> written = WrittenTables.ofThisTransaction();
            Set<String> moved = MOVING.entrySet().stream()
                    .filter(one -> written.stream().anyMatch(one.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            programs.forEach(program -> write(program, moved));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(BoardRows.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(BoardRows.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(BoardRows.this);
        }
    }
}
