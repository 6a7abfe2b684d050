package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.PluginException;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.SealedColumn;
import dev.quittance.platform.host.InstallationKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedBoxTest {
    private static final OrgId ORG = new OrgId("o");

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_for_the_same_plugin_organisation_and_purpose_only() throws Exception {
        SealedBox box = new SealedBox(InstallationKeys.of(null, folder.resolve("key")));
        PluginSecrets secrets = new PluginSecrets(box, plugin("one"));
        Sealed sealed = secrets.sealText(ORG, "key/1", "sk_test_1");

        assertThat(secrets.openText(ORG, "key/1", sealed)).isEqualTo("sk_test_1");
        assertUnreadable(() -> secrets.openText(new OrgId("p"), "key/1", sealed));
        assertUnreadable(() -> secrets.openText(ORG, "key/2", sealed));
        assertUnreadable(() -> new PluginSecrets(box, plugin("two")).openText(ORG, "key/1", sealed));
    }

    @Test
    void another_installation_cannot_open_it() throws Exception {
        SealedBox box = new SealedBox(InstallationKeys.of(null, folder.resolve("key")));
        SealedBox other = new SealedBox(InstallationKeys.of(null, folder.resolve("other")));
        Sealed sealed = new PluginSecrets(box, plugin("one")).sealText(ORG, "p", "clear");

        assertUnreadable(() -> new PluginSecrets(other, plugin("one")).openText(ORG, "p", sealed));
    }

    @Test
    void sealing_the_same_twice_gives_different_bytes() throws Exception {
        PluginSecrets secrets =
                new PluginSecrets(new SealedBox(InstallationKeys.of(null, folder.resolve("key"))), plugin("one"));

        assertThat(secrets.sealText(ORG, "p", "clear")).isNotEqualTo(secrets.sealText(ORG, "p", "clear"));
    }

    @Test
    void the_key_lies_in_a_file_for_its_owner_alone_and_stays_the_same() throws Exception {
        Path file = folder.resolve("deep/key");
        InstallationKeys first = InstallationKeys.of("", file);

        assertThat(InstallationKeys.of(null, file).sealing().bytes())
                .isEqualTo(first.sealing().bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_new_key_opens_at_first_then_seals_and_the_old_one_goes_last() throws Exception {
        Path file = folder.resolve("key");
        InstallationKeys.of(null, file).withNew().write(file);
        InstallationKeys both = InstallationKeys.of(null, file);
        Sealed early = new PluginSecrets(new SealedBox(both), plugin("one")).sealText(ORG, "p", "early");
        both.withNewestSealing().write(file);
        InstallationKeys turned = InstallationKeys.of(null, file);
        Sealed late = new PluginSecrets(new SealedBox(turned), plugin("one")).sealText(ORG, "p", "late");
        turned.withoutOthers().write(file);
        PluginSecrets last = new PluginSecrets(new SealedBox(InstallationKeys.of(null, file)), plugin("one"));

        assertThat(both.sealing().id()).isEqualTo(1);
        assertThat(turned.sealing().id()).isEqualTo(2);
        assertThat(new PluginSecrets(new SealedBox(turned), plugin("one")).openText(ORG, "p", early))
                .isEqualTo("early");
        assertThat(last.openText(ORG, "p", late)).isEqualTo("late");
        assertUnreadable(() -> last.openText(ORG, "p", early));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_file_of_the_first_version_and_a_list_of_the_environment_are_read() throws Exception {
        String one = "A".repeat(43);
        String two = "B".repeat(42) + "A";
        Path file = folder.resolve("key");
        Files.writeString(file, one + "\n");

        assertThat(InstallationKeys.of(null, file).sealing().id()).isEqualTo(1);
        assertThat(InstallationKeys.of("2:" + two + ", 1:" + one, file).all())
                .extracting(key -> key.id())
                .containsExactly(2, 1);
        assertThatThrownBy(() -> InstallationKeys.of("2:" + two + ",2:" + one, file))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InstallationKeys.of("no key", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("no key");
    }

    @Test
    void what_the_manifest_names_no_column_for_is_not_sealed() throws Exception {
        SealedBox box = new SealedBox(InstallationKeys.of(null, folder.resolve("key")));
        PluginSecrets secrets =
                new PluginSecrets(box, plugin("one", Optional.of(List.of(new SealedColumn("t", "c", "key/{id}/x")))));

        assertThat(secrets.openText(ORG, "key/1/x", secrets.sealText(ORG, "key/1/x", "clear")))
                .isEqualTo("clear");
        assertThatThrownBy(() -> secrets.sealText(ORG, "key/1", "clear")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> secrets.sealText(ORG, "other/1/x", "clear"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PluginManifest plugin(String id) {
        return plugin(id, Optional.empty());
    }

    static PluginManifest plugin(String id, Optional<List<SealedColumn>> sealed) {
        return new PluginManifest(
                id, "1", id, "X", new PluginManifest.Network(List.of(), List.of()), Set.of(), false, List.of(), sealed);
    }

    private static void assertUnreadable(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.code().value()).isEqualTo("secret_unreadable"));
    }
}
