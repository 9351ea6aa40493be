package org.waymark.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentLruCache;

/** What the database has answered one transaction so far; bound to it, set aside with it and gone with it. */
final class Answers implements TransactionSynchronization {

    private static final Pattern WRITTEN =
            Pattern.compile("^\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCK = Pattern.compile("\\bfor\\s+update\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("\\W+");
    // longer answers are asked again rather than kept
    private static final int MOST_ROWS = 500;
    // more than Waymark has statements; a statement's words are looked for once, not at every write
    private static final ConcurrentLruCache<String, Set<String>> WORDS = new ConcurrentLruCache<>(4000, Answers::words);

    private final Map<Question, List<?>> known = new HashMap<>();

    private final Set<String> tables = new HashSet<>();

    private Answers() {}

    /** One statement, one set of parameters, one way to read a row. */
    record Question(String sql, Map<Object, @Nullable Object> params, Object rows) {}

    /** The answers of the running transaction; null when there is none. */
    static @Nullable Answers ofThisTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        if (TransactionSynchronizationManager.getResource(Answers.class) instanceof Answers answers) {
            return answers;
        }
        Answers answers = new Answers();
        TransactionSynchronizationManager.bindResource(Answers.class, answers);
        TransactionSynchronizationManager.registerSynchronization(answers);
        return answers;
    }

    @SuppressWarnings("unchecked")
    <T> List<T> once(Question question, Supplier<List<T>> ask) {
        if (locks(question.sql())) {
            // whoever held the lock before may have changed anything: everything is looked at anew
            known.clear();
            return ask.get();
        }
        List<?> answer = known.get(question);
        if (answer != null) {
            return new ArrayList<>((List<T>) answer);
        }
        List<T> fresh = ask.get();
        if (fresh.size() <= MOST_ROWS) {
            known.put(question, new ArrayList<>(fresh));
        }
        return fresh;
    }

    /** Nearly no statement does; the quick look spares the slow one. */
    private static boolean locks(String sql) {
        return (sql.contains("pdate") || sql.contains("PDATE"))
                && LOCK.matcher(sql).find();
    }

    /** The tables this transaction has written. */
    Set<String> tables() {
        return Set.copyOf(tables);
    }

    /** Forgets every answer read from the table that this statement writes; no foreign key of ours cascades. */
    void written(String sql) {
        Matcher written = WRITTEN.matcher(sql);
        if (!written.find()) {
            known.clear();
            return;
        }
        String table = written.group(1).toLowerCase(Locale.ROOT);
        tables.add(table);
        known.keySet().removeIf(question -> WORDS.get(question.sql()).contains(table));
    }

    private static Set<String> words(String sql) {
        return Set.copyOf(Arrays.asList(NO_WORD.split(sql.toLowerCase(Locale.ROOT))));
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(Answers.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(Answers.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(Answers.class);
    }
}
