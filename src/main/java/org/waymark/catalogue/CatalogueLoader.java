package org.waymark.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings what this release ships into the catalogue at start-up, and leaves alone what the company edited. */
@Component
class CatalogueLoader implements SmartInitializingSingleton {

    private final ShippedCatalogue shipped;
    private final CatalogueRepository repository;
    private final TransactionTemplate transaction;

    CatalogueLoader(ShippedCatalogue shipped, CatalogueRepository repository, TransactionTemplate transaction) {
        this.shipped = shipped;
        this.repository = repository;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            load();
        } catch (DuplicateKeyException e) {
            load(); // a second node started at the same moment and was faster
        }
    }

    void load() {
        transaction.executeWithoutResult(status -> {
            Map<String, CatalogueRepository.Row> present = repository.rows().stream()
                    .collect(Collectors.toMap(row -> row.kind() + "/" + row.id(), row -> row));
            Set<String> spoken = repository.spoken();
            for (Kind kind : Kind.values()) {
                for (ShippedItem item : shipped.items(kind)) {
                    bring(item, present.get(kind.path() + "/" + item.id()), spoken);
                }
            }
        });
    }

    private void bring(ShippedItem item, CatalogueRepository.@Nullable Row present, Set<String> spoken) {
        if (present == null) {
            repository.insert(
                    item.kind(), item.id(), Item.Origin.SHIPPED, item.version(), item.position(), item.data());
            repository.writeAll(item);
        } else if (present.origin().equals(Item.Origin.SHIPPED.name()) && present.version() < item.version()) {
            repository.update(item.kind(), item.id(), Item.Origin.SHIPPED, item.version(), item.data());
            repository.rewrite(item);
        } else if (present.origin().equals(Item.Origin.SHIPPED.name()) && present.version() == item.version()) {
            learn(item, spoken);
        }
    }

    /** A language that is new in this release: whoever edited the item said something else than is translated here. */
    private void learn(ShippedItem item, Set<String> spoken) {
        item.texts()
                .forEach((language, texts) -> texts.forEach((field, text) -> {
                    if (!spoken.contains(String.join("/", item.kind().path(), item.id(), language, field))) {
                        repository.write(item.kind(), item.id(), language, field, text);
                    }
                }));
    }
}
