package dev.quittance.platform.service;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.host.Secrets;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.ui.Text;
import java.security.GeneralSecurityException;

/** Secrets of one plugin. */
final class PluginSecrets implements Secrets {
    private static final ErrorCode UNREADABLE = new ErrorCode("secret_unreadable", ErrorType.HOST);

    private final SealedBox box;
    private final String pluginId;

    PluginSecrets(SealedBox box, String pluginId) {
        this.box = box;
        this.pluginId = pluginId;
    }

    @Override
    public Sealed seal(OrgId org, String purpose, byte[] clear) {
        try {
            return new Sealed(box.seal(clear, associated(org, purpose)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    @Override
    public byte[] open(OrgId org, String purpose, Sealed sealed) {
        try {
            return box.open(sealed.bytes(), associated(org, purpose));
        } catch (GeneralSecurityException e) {
            throw new PluginException(
                    UNREADABLE,
                    Text.plain(
                            "A secret of this installation cannot be read. Nothing was charged. Ask an admin to enter it"
                                    + " again, or to restore the installation's key."),
                    e);
        }
    }

    private String associated(OrgId org, String purpose) {
        return pluginId + "|" + org.value() + "|" + purpose;
    }
}
