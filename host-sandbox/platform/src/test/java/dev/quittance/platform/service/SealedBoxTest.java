package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.PluginException;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.platform.host.InstallationKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedBoxTest {
    private static final OrgId ORG = new OrgId("o");

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_for_the_same_plugin_organisation_and_purpose_only() throws Exception {
        SealedBox box = new SealedBox(InstallationKey.of(null, folder.resolve("key")));
        PluginSecrets secrets = new PluginSecrets(box, "one");
        Sealed sealed = secrets.sealText(ORG, "key/1", "sk_test_1");

        assertThat(secrets.openText(ORG, "key/1", sealed)).isEqualTo("sk_test_1");
        assertUnreadable(() -> secrets.openText(new OrgId("p"), "key/1", sealed));
        assertUnreadable(() -> secrets.openText(ORG, "key/2", sealed));
        assertUnreadable(() -> new PluginSecrets(box, "two").openText(ORG, "key/1", sealed));
    }

    @Test
    void another_installation_cannot_open_it_and_has_another_id() throws Exception {
        SealedBox box = new SealedBox(InstallationKey.of(null, folder.resolve("key")));
        SealedBox other = new SealedBox(InstallationKey.of(null, folder.resolve("other")));
        Sealed sealed = new PluginSecrets(box, "one").sealText(ORG, "p", "clear");

        assertUnreadable(() -> new PluginSecrets(other, "one").openText(ORG, "p", sealed));
        assertThat(other.installationId()).isNotEqualTo(box.installationId());
    }

    @Test
    void sealing_the_same_twice_gives_different_bytes() throws Exception {
        PluginSecrets secrets =
                new PluginSecrets(new SealedBox(InstallationKey.of(null, folder.resolve("key"))), "one");

        assertThat(secrets.sealText(ORG, "p", "clear")).isNotEqualTo(secrets.sealText(ORG, "p", "clear"));
    }

    @Test
    void the_key_lies_in_a_file_for_its_owner_alone_and_stays_the_same() throws Exception {
        Path file = folder.resolve("deep/key");
        InstallationKey first = InstallationKey.of("", file);

        assertThat(InstallationKey.of(null, file).bytes()).isEqualTo(first.bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void assertUnreadable(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.code().value()).isEqualTo("secret_unreadable"));
    }
}
