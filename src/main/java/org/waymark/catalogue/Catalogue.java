package org.waymark.catalogue;

import static org.waymark.catalogue.CatalogueRepository.BASE_LANGUAGE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a program can choose from, in the reader's language: the lists hold what is switched on; a single item is found
 * even when it was switched off later, so that what was agreed on it stays readable.
 */
@Service
public class Catalogue {

    /** How long an edit made at another node may stay unseen here. */
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final CatalogueRepository repository;
    private volatile Map<String, Shelves> byLanguage = Map.of();
    private volatile long lookedAt;
    private long edition;

    Catalogue(CatalogueRepository repository) {
        this.repository = repository;
    }

    public List<Value> values() {
        return shelves().values().onOffer();
    }

    public Value value(String id) {
        return shelves().values().get(id);
    }

    public List<Capability> capabilities() {
        return shelves().capabilities().onOffer();
    }

    public Capability capability(String id) {
        return shelves().capabilities().get(id);
    }

    public List<Dimension> dimensions() {
        return shelves().dimensions().onOffer();
    }

    public Dimension dimension(String id) {
        return shelves().dimensions().get(id);
    }

    public List<ChasmCondition> chasmConditions() {
        return shelves().chasmConditions().onOffer();
    }

    public ChasmCondition chasmCondition(String id) {
        return shelves().chasmConditions().get(id);
    }

    public List<Benefit> benefits() {
        return shelves().benefits().onOffer();
    }

    public Benefit benefit(String id) {
        return shelves().benefits().get(id);
    }

    public List<Cost> costs() {
        return shelves().costs().onOffer();
    }

    public Cost cost(String id) {
        return shelves().costs().get(id);
    }

    public List<UseCase> useCases() {
        return shelves().useCases().onOffer();
    }

    public UseCase useCase(String id) {
        return shelves().useCases().get(id);
    }

    public List<ChecklistItem> checklist() {
        return shelves().checklist().onOffer();
    }

    public ChecklistItem checklistItem(String id) {
        return shelves().checklist().get(id);
    }

    public List<Component> components() {
        return shelves().components().onOffer();
    }

    public Component component(String id) {
        return shelves().components().get(id);
    }

    public List<Function> functions() {
        return shelves().functions().onOffer();
    }

    public Function function(String id) {
        return shelves().functions().get(id);
    }

    /** Everything of every kind, switched on or off. */
    List<Item> items() {
        return shelves().items();
    }

    /** The state of the wording as a number; whoever freezes a record keeps it, to tell a new name from a new answer later. */
    public long wording() {
        return repository.wording();
    }

    /** What reads otherwise in the reader's language than it did at that state; put back to what it was, it is not renamed. */
    public List<Renamed> renamedSince(long wording) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        Map<List<String>, String> was = new LinkedHashMap<>();
        Map<List<String>, String> inBase = new LinkedHashMap<>();
        for (CatalogueRepository.Former former : repository.rewordedSince(wording)) {
            List<String> place = List.of(former.kind(), former.item(), former.field());
            if (former.language().equals(language)) {
                was.putIfAbsent(place, former.was());
            } else if (former.language().equals(BASE_LANGUAGE)) {
                inBase.putIfAbsent(place, former.was());
            }
        }
        inBase.forEach(was::putIfAbsent);
        Map<String, Item> now = new HashMap<>();
        items().forEach(item -> now.put(item.kind().path() + "/" + item.id(), item));
        List<Renamed> renamed = new ArrayList<>();
        was.forEach((place, words) -> {
            Item item = now.get(place.get(0) + "/" + place.get(1));
            if (item != null && !item.text(place.get(2)).equals(words)) {
                renamed.add(new Renamed(words, item.text(place.get(2))));
            }
        });
        return renamed;
    }

    /** Forgets what was read, once the edit in hand is safely stored; other nodes find a new edition then. */
    void forget() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            repository.nextEdition();
            drop();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                repository.nextEdition();
            }

            @Override
            public void afterCommit() {
                drop();
            }
        });
    }

    private synchronized void drop() {
        byLanguage = Map.of();
    }

    private Shelves shelves() {
        Map<String, Shelves> read = byLanguage;
        if (read.isEmpty() || System.nanoTime() - lookedAt > FRESH_NANOS) {
            read = read();
        }
        Shelves own = read.get(LocaleContextHolder.getLocale().getLanguage());
        return own == null ? Objects.requireNonNull(read.get(BASE_LANGUAGE)) : own;
    }

    /** One at a time and never beside a drop, or an old reading could outlive an edit. */
    private synchronized Map<String, Shelves> read() {
        // both before the rows: an edit that commits meanwhile is found at the next look
        long now = System.nanoTime();
        long current = repository.edition();
        if (byLanguage.isEmpty() || current != edition) {
            Map<String, Shelves> read = new HashMap<>();
            read.put(BASE_LANGUAGE, Shelves.of(repository.all(BASE_LANGUAGE)));
            for (String language : repository.languages()) {
                read.computeIfAbsent(language, each -> Shelves.of(repository.all(each)));
            }
            byLanguage = Map.copyOf(read);
            edition = current;
        }
        lookedAt = now;
        return byLanguage;
    }
}
