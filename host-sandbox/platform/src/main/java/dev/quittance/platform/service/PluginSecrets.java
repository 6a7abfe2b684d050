package dev.quittance.platform.service;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.host.Secrets;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.SealedColumn;
import java.security.GeneralSecurityException;
import java.util.function.Predicate;

/** Secrets of one plugin. */
final class PluginSecrets implements Secrets {
    private static final ErrorCode UNREADABLE = new ErrorCode("secret_unreadable", ErrorType.HOST);

    private final SealedBox box;
    private final PluginManifest manifest;
    private final Predicate<String> declared;

    PluginSecrets(SealedBox box, PluginManifest manifest) {
        this.box = box;
        this.manifest = manifest;
        this.declared = manifest.sealed()
                .map(columns -> columns.stream().map(SealedColumn::taking).reduce(none -> false, Predicate::or))
                .orElse(any -> true);
    }

    @Override
    public Sealed seal(OrgId org, String purpose, byte[] clear) {
        if (!declared.test(purpose)) {
            throw new IllegalArgumentException("the manifest declares no sealed column for the purpose " + purpose);
        }
        try {
            return new Sealed(box.seal(clear, associated(manifest.id(), org.value(), purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    @Override
    public byte[] open(OrgId org, String purpose, Sealed sealed) {
        try {
            return box.open(sealed.bytes(), associated(manifest.id(), org.value(), purpose));
        } catch (GeneralSecurityException e) {
            throw new PluginException(
                    UNREADABLE,
                    Text.plain(
                            "A secret of this installation cannot be read. Nothing was charged. Ask an admin to enter it"
                                    + " again, or to restore the installation's key."),
                    e);
        }
    }

    /** What something sealed is bound to. */
    static String associated(String pluginId, String org, String purpose) {
        return pluginId + "|" + org + "|" + purpose;
    }
}
