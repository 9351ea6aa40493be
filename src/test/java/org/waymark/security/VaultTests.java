package org.waymark.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.web.Refusal;

/** Secrets that are kept to be said again. */
class VaultTests {

    @Test
    void aSecretComesBackForWhatItBelongsToUnderItsKeyAndOnlyWhole() {
        Vault vault = VaultStand.vault();
        String sealed = vault.seal("wms_ä", "hook 1");
        assertThat(Vault.isSealed(sealed)).isTrue();
        assertThat(Vault.isSealed("wms_ä")).isFalse();
        assertThat(sealed).doesNotContain("wms").isNotEqualTo(vault.seal("wms_ä", "hook 1"));
        assertThat(vault.open(sealed, "hook 1")).isEqualTo("wms_ä");
        char last = sealed.charAt(sealed.length() - 3);
        String changed = sealed.substring(0, sealed.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 2);
        assertThatThrownBy(() -> vault.open(sealed, "hook 2")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> vault.open(changed, "hook 1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> vault.open("v1.AA", "hook 1")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> VaultStand.vault((byte) 8).open(sealed, "hook 1"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void withoutASetKeyOneLiesBesideTheDataForThisAccountAloneAndStays(@TempDir Path folder) throws Exception {
        String sealed = new Vault("", folder).seal("secret", "hook 1");
        Path file = folder.resolve("vault-key");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(new Vault("", folder).open(sealed, "hook 1")).isEqualTo("secret");
    }

    @Test
    void aKeyThatIsNoneIsSaidInWords(@TempDir Path folder) {
        assertThatThrownBy(() -> new Vault("short", folder).seal("secret", "hook 1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32 bytes");
    }

    @Test
    void aKeyThatIsNoneStopsTheStartAndNamesWhereItStands(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> new Vault("short", folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WAYMARK_VAULT_KEY");
        Path file = Files.writeString(folder.resolve("vault-key"), "no key");
        assertThatThrownBy(() -> new Vault("", folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
        assertThat(new KeyUnfitAnalyzer()
                        .analyze(new IllegalStateException(new KeyUnfit("no key")))
                        .getDescription())
                .isEqualTo("no key");
        Files.writeString(file, "");
        assertThatThrownBy(() -> new Vault("", folder)).hasMessageContaining("is empty");
    }

    @Test
    void ofTwoStartsTheFirstMakesTheKeyAndTheOtherTakesIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("vault-key");
        String kept = PrivateFiles.kept(file, () -> {
            try {
                PrivateFiles.write(file, "theirs");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "ours";
        });
        assertThat(kept).isEqualTo("theirs");
        assertThat(Files.readString(file)).isEqualTo("theirs\n");
    }
}
